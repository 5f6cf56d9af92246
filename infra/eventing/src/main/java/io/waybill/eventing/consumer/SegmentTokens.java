package io.waybill.eventing.consumer;

import io.waybill.eventing.kafka.LogPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored tokens, read without claiming them, which Axon's token store does not offer. */
public final class SegmentTokens {
    /** Twice the claim time-out: a claim that was not renewed for so long belongs to a node that has gone. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final InstantSource clock = InstantSource.system();

    public SegmentTokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** For each processor that has ever started, its segments, lowest first. */
    public Map<String, List<SegmentProgress>> all() {
        Map<String, List<SegmentProgress>> segments = new HashMap<>();
        jdbc.sql("""
                        select processor_name, segment, token, token_type, owner, "timestamp" from token_entry
                         order by processor_name, segment
                        """).query(row -> {
            segments.computeIfAbsent(row.getString("processor_name"), name -> new ArrayList<>())
                    .add(read(row));
        });
        return segments;
    }

    /** Of one processor, by the name that it has stored them under; empty if it has never started. */
    public List<SegmentProgress> of(String processor) {
        return all().getOrDefault(processor, List.of());
    }

    /** The event up to which all of them have handled everything; 0 if there are none. */
    public static long lowest(List<SegmentProgress> segments) {
        return segments.stream().mapToLong(SegmentProgress::position).min().orElse(0);
    }

    /** The last event that any of them has handled. */
    public static long highest(List<SegmentProgress> segments) {
        return segments.stream().mapToLong(SegmentProgress::position).max().orElse(0);
    }

    private SegmentProgress read(ResultSet row) throws SQLException {
        boolean claimed = row.getString("owner") != null
                && Instant.parse(row.getString("timestamp"))
                        .isAfter(clock.instant().minus(CLAIM));
        return new SegmentProgress(
                row.getInt("segment"), position(row.getBytes("token"), row.getString("token_type")), claimed);
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) {
            return 0;
        }
        LogPosition position = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return position.number();
    }
}
