package io.waybill.cli.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of a chain, as one of those who keep it tells it.
 *
 * @param item the event, in the fields that docs/audit-format.md names
 */
record Link(JsonNode item) {
    /** In the place of a predecessor's hash, where there is none. */
    static final String NO_PREDECESSOR = "0".repeat(64);

    private static final String FORM = "waybill-chain/1";
    private static final String METADATA = "metadata";
    private static final String HASH = "hash";
    private static final List<String> HASHED =
            List.of("aggregateType", "aggregateId", "version", "eventId", "name", "revision", "recordedAt", "payload");

    long version() {
        return item.path("version").asLong(-1);
    }

    /** In hexadecimal digits. */
    String hash() {
        return item.path(HASH).asString("");
    }

    /** Whether the hash is that of the contents and the predecessor's hash. */
    boolean isChainedTo(String previous) {
        return item.path(METADATA).valueStream().allMatch(JsonNode::isString)
                && hash().equals(HexFormat.of().formatHex(sha256(hashed(previous))));
    }

    /** The first field in which the two differ, in the order in which they are hashed; null where they are the same. */
    @Nullable
    String differsIn(Link other) {
        return Stream.concat(HASHED.stream(), Stream.of(METADATA, HASH))
                .filter(field -> !item.path(field).equals(other.item.path(field)))
                .findFirst()
                .orElse(null);
    }

    private byte[] hashed(String previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        add(bytes, FORM.getBytes(UTF_8));
        bytes.writeBytes(HexFormat.of().parseHex(previous));
        HASHED.forEach(field -> add(bytes, item.path(field).asString("").getBytes(UTF_8)));
        Map<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        item.path(METADATA)
                .properties()
                .forEach(entry -> entries.put(
                        entry.getKey().getBytes(UTF_8),
                        entry.getValue().asString("").getBytes(UTF_8)));
        add(bytes, Integer.toString(entries.size()).getBytes(UTF_8));
        entries.forEach((key, value) -> {
            add(bytes, key);
            add(bytes, value);
        });
        return bytes.toByteArray();
    }

    private static void add(ByteArrayOutputStream bytes, byte[] text) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        bytes.writeBytes(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
