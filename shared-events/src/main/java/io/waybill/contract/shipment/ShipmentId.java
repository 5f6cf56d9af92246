package io.waybill.contract.shipment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names one shipment. A UUID made of the order, its amendment, the warehouse and how often it was tried, so that preparing it twice prepares one. */
public record ShipmentId(UUID value) {
    public ShipmentId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ShipmentId of(String text) {
        return new ShipmentId(Uuids.of(text));
    }

    /** The bare UUID: what the event store, the topic and the API show. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
