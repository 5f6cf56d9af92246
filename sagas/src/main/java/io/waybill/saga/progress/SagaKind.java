package io.waybill.saga.progress;

/**
 * One kind of saga, declared as a bean by its package; its class handles the deadline {@value #RETRY}.
 *
 * @param type what operators call it, in lower case
 * @param saga its class
 * @param association the property that its id stands in
 */
public record SagaKind(String type, Class<?> saga, String association) {
    /** The deadline by which an operator has the waiting step taken again. */
    public static final String RETRY = "retry";
}
