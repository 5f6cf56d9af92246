package io.waybill.saga.payment.stripe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Stripe's JSON, as its reference shows it, with places for what differs. */
final class Recorded {
    private Recorded() {}

    /** @param values by the name of their place: {@code STATUS} for {@code %STATUS%} */
    static String json(String name, Map<String, ?> values) {
        String text = read(name);
        for (Map.Entry<String, ?> value : values.entrySet()) {
            text = text.replace("%" + value.getKey() + "%", String.valueOf(value.getValue()));
        }
        return text;
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Recorded.class.getResourceAsStream("/stripe/" + name + ".json"), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
