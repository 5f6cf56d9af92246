package io.waybill.letters.retry;

import io.waybill.eventing.kafka.LogPosition;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a processor's segments are, by their stored tokens, whoever works on them. */
public final class StoredPositions {
    private final JdbcClient jdbc;
    private final Serializer serializer;

    public StoredPositions(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** The number of the last event that all segments have passed; 0 if one has not begun. */
    long lowest(String processor) {
        return jdbc
                .sql("select token, token_type from token_entry where processor_name = ?")
                .param(processor)
                .query((row, number) -> position(row.getBytes("token"), row.getString("token_type")))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return 0;
        }
        LogPosition position = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return position.number();
    }
}
