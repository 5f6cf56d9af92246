package io.waybill.cli.retail;

/** Why a row is not a line of an order. A row is counted under the first reason that fits. */
public enum NotAnOrder {
    CANCELLATION("cancellation"),
    BAD_DEBT_ADJUSTMENT("bad-debt adjustment"),
    QUANTITY_NOT_POSITIVE("quantity not positive"),
    PRICE_NOT_POSITIVE("price not positive");

    private final String words;

    NotAnOrder(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
