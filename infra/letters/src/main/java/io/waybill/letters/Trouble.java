package io.waybill.letters;

/**
 * Knows failures that are not the event's fault: a server that is away, a lock that was not free. Such a batch is tried
 * again as it is, for as long as it takes. A service adds its own by declaring a bean.
 */
@FunctionalInterface
public interface Trouble {
    /** @param failure a failure or one of its causes, which are asked about one by one */
    boolean passes(Throwable failure);
}
