package io.waybill.projection.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.eventing.Bytes;
import io.waybill.eventing.RecordedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recorded events in the log's order: a line of JSON for each, compressed. It is only ever added to, as an event store is:
 * what is added is one more member of the gzip file (RFC 1952, section 2.2).
 */
final class HistoryFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;

    HistoryFile(Path path) {
        this.path = path;
    }

    List<RecordedEvent> read() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), UTF_8))) {
            return lines.lines()
                    .map(line -> JSON.readValue(line, Line.class).event())
                    .toList();
        }
    }

    void add(List<RecordedEvent> events) throws IOException {
        Files.createDirectories(path.getParent());
        try (OutputStream file = new GZIPOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (RecordedEvent event : events) {
                file.write((JSON.writeValueAsString(Line.of(event)) + "\n").getBytes(UTF_8));
            }
        }
    }

    /** @param payload the text as stored */
    private record Line(
            String type,
            String id,
            long version,
            String name,
            String revision,
            String payload,
            String eventId,
            Instant recordedAt,
            Map<String, String> metadata,
            String hash) {
        static Line of(RecordedEvent event) {
            return new Line(
                    event.aggregateType(),
                    event.aggregateId(),
                    event.sequenceNumber(),
                    event.name(),
                    event.revision(),
                    new String(event.payload().get(), UTF_8),
                    event.eventId(),
                    event.recordedAt(),
                    new TreeMap<>(event.metadata()),
                    HexFormat.of().formatHex(event.hash().get()));
        }

        RecordedEvent event() {
            return new RecordedEvent(
                    eventId,
                    type,
                    id,
                    version,
                    name,
                    revision,
                    recordedAt,
                    Bytes.of(payload.getBytes(UTF_8)),
                    metadata,
                    Bytes.of(HexFormat.of().parseHex(hash)));
        }
    }
}
