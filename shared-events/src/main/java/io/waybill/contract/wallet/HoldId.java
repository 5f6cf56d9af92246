package io.waybill.contract.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names what is held in a wallet for one payment or transfer: its UUID. */
public record HoldId(UUID value) {
    public HoldId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static HoldId of(String text) {
        return new HoldId(Uuids.of(text));
    }

    /** The bare UUID: what the event store, the topic and the API show. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
