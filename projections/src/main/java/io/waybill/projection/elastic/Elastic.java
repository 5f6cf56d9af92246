package io.waybill.projection.elastic;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls of the client, whose checked exceptions end a batch like any other failure. */
final class Elastic {
    private Elastic() {}

    /** @throws UncheckedIOException if Elasticsearch is away */
    static <T> T call(Call<T> call) {
        try {
            return call.answer();
        } catch (IOException away) {
            throw new UncheckedIOException("Elasticsearch does not answer: " + away.getMessage(), away);
        }
    }

    @FunctionalInterface
    interface Call<T> {
        T answer() throws IOException;
    }
}
