package io.waybill.contract.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names one refund, so that asking for it twice refunds once: the UUID of what it is for. */
public record RefundId(UUID value) {
    public RefundId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static RefundId of(String text) {
        return new RefundId(Uuids.of(text));
    }

    /** The bare UUID: what the event store, the topic and the API show. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
