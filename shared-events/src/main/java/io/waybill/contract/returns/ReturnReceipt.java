package io.waybill.contract.returns;

/** Pieces of one order line that came back. */
public record ReturnReceipt(int line, int quantity, Condition condition) {
    /** What becomes of them. */
    public enum Condition {
        /** They are restocked. */
        SELLABLE,
        /** They are written off. */
        DAMAGED
    }
}
