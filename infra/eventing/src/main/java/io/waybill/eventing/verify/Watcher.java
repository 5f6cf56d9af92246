package io.waybill.eventing.verify;

/** Whoever wants to see how far a check is. Called often, so it has to be quick; an exception of it ends the check. */
@FunctionalInterface
public interface Watcher {
    /**
     * @param step what is being done, in a word or two
     * @param total as far as is known; 0 while it is not
     */
    void at(String step, long done, long total);
}
