package io.waybill.contract.wallet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.waybill.contract.Uuids;
import java.util.Objects;
import java.util.UUID;

/** Names one deposit, so that making it twice pays in once. */
public record DepositId(UUID value) {
    public DepositId {
        Objects.requireNonNull(value, "value");
    }

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static DepositId of(String text) {
        return new DepositId(Uuids.of(text));
    }

    /** The bare UUID: what the event store, the topic and the API show. */
    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
