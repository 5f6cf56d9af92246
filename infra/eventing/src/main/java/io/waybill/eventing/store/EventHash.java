package io.waybill.eventing.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What chains an event to its predecessor in the same stream: a SHA-256 over that one's hash and everything that is stored
 * of this one. The bytes that are hashed are described in {@code docs/audit-format.md}, for whoever wants to check them
 * without us; they never change for an event that is stored.
 */
public final class EventHash {
    /** Goes first into every hash, so that another form could tell itself from this one. */
    public static final String FORM = "waybill-chain/1";

    /** In the place of a predecessor's hash, where there is none. */
    public static final Bytes NO_PREDECESSOR = Bytes.of(new byte[32]);

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private EventHash() {}

    /**
     * The hash that the event has to carry.
     *
     * @param previous its predecessor's, or {@link #NO_PREDECESSOR}
     * @throws tools.jackson.core.JacksonException if its metadata is no object of texts, as only a damaged row's is
     */
    public static Bytes of(Bytes previous, StoredEvent event) {
        return of(
                previous,
                event.metadata(),
                event.aggregateType(),
                event.aggregateId(),
                Long.toString(event.sequenceNumber()),
                event.eventId(),
                event.name(),
                Integer.toString(event.revision()),
                time(event.recordedAt()),
                event.payload());
    }

    static Bytes of(Bytes previous, WrittenEvent event) {
        return of(
                previous,
                event.metadata(),
                event.aggregateType(),
                event.aggregateId(),
                Long.toString(event.sequenceNumber()),
                event.eventId(),
                event.name(),
                String.valueOf(event.revision()),
                time(event.recordedAt().toInstant()),
                event.payload());
    }

    /** A time as it goes into the hash: ISO 8601 in UTC, to the microsecond, which is what PostgreSQL keeps. */
    public static String time(Instant recordedAt) {
        return MICROSECONDS.format(recordedAt);
    }

    private static Bytes of(Bytes previous, String metadata, String... contents) {
        MessageDigest digest = sha256();
        add(digest, FORM);
        digest.update(previous.get());
        for (String content : contents) {
            add(digest, content);
        }
        Map<byte[], @Nullable String> entries = new TreeMap<>(Arrays::compareUnsigned);
        JSON.readValue(metadata, TEXTS).forEach((key, value) -> entries.put(key.getBytes(UTF_8), value));
        add(digest, Integer.toString(entries.size()));
        entries.forEach((key, value) -> {
            add(digest, key);
            add(digest, value);
        });
        return Bytes.of(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        add(digest, text == null ? null : text.getBytes(UTF_8));
    }

    // With its length before it, so that nothing passes for its neighbour's part.
    private static void add(MessageDigest digest, byte @Nullable [] text) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text == null ? -1 : text.length));
        if (text != null) {
            digest.update(text);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
