package io.waybill.contract.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.order.OrderId;

/**
 * Whose data something is, and with whom it is forgotten: a customer, or, for an order without one, that order.
 *
 * @param value {@code customer:<number>} or {@code order:<id>}
 */
public record DataSubject(String value) {
    private static final String CUSTOMER = "customer:";
    private static final String ORDER = "order:";

    public DataSubject {
        if (!value.startsWith(CUSTOMER) && !value.startsWith(ORDER)) {
            throw new IllegalArgumentException("not a DataSubject: " + value);
        }
    }

    @JsonCreator
    public static DataSubject of(String text) {
        return new DataSubject(text);
    }

    public static DataSubject of(CustomerId customer) {
        return new DataSubject(CUSTOMER + customer);
    }

    public static DataSubject of(OrderId order) {
        return new DataSubject(ORDER + order);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
