package io.waybill.eventing.kafka;

import io.waybill.eventing.Bytes;
import org.apache.kafka.common.header.Headers;

/**
 * The record header that carries an event's hash, as its bytes. It stands beside the metadata, since it is not part of what
 * is hashed; other Axon applications pass over it.
 */
public final class HashHeader {
    /** Missing from a record that was published before events were chained. */
    public static final String HEADER = "waybill-hash";

    private HashHeader() {}

    public static void write(Headers headers, Bytes hash) {
        headers.add(HEADER, hash.get());
    }
}
