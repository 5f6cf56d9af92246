package io.waybill.contract.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names one capture of a payment, so that asking for it twice captures once: the UUID of what it is for. */
public record CaptureId(UUID value) {
    public CaptureId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static CaptureId of(String text) {
        return new CaptureId(Uuids.of(text));
    }

    /** The bare UUID: what the event store, the topic and the API show. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
