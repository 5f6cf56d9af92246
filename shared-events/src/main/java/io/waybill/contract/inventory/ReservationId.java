package io.waybill.contract.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.order.OrderId;
import java.util.Objects;

/**
 * Names what is held for one line group of one order, so that reserving it twice changes nothing; written
 * {@code ORDER#GROUP}.
 *
 * @param group the line group's number within its order, from 1
 */
public record ReservationId(OrderId order, int group) {
    public ReservationId {
        Objects.requireNonNull(order, "order");
        if (group < 1) {
            throw new IllegalArgumentException("a line group is numbered from 1");
        }
    }

    /** @throws IllegalArgumentException if the text is not {@code ORDER#GROUP} */
    @JsonCreator
    public static ReservationId of(String text) {
        int hash = text.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("not a reservation, which is ORDER#GROUP");
        }
        return new ReservationId(OrderId.of(text.substring(0, hash)), Integer.parseInt(text.substring(hash + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return order + "#" + group;
    }
}
