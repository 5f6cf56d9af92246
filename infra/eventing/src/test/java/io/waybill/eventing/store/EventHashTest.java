package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.eventing.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The format as docs/audit-format.md has it: what others have been told to check does not change. */
class EventHashTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_documents_example_is_hashed_as_it_says() throws IOException {
        JsonNode example = example();
        Bytes previous = EventHash.NO_PREDECESSOR;
        for (JsonNode item : example) {
            assertThat(HEX.formatHex(previous.get()))
                    .isEqualTo(item.path("previous").asString());
            previous = EventHash.of(previous, event(item, item.path("metadata").toString()));
            assertThat(HEX.formatHex(previous.get()))
                    .isEqualTo(item.path("hash").asString());
        }
        assertThat(example).hasSize(2);
    }

    @Test
    void the_order_of_metadata_does_not_matter_and_its_contents_do() throws IOException {
        JsonNode item = example().get(0);

        assertThat(hash(item, "{\"actor\":\"ada\",\"command\":\"Count\"}"))
                .isEqualTo(hash(item, "{\"command\":\"Count\",\"actor\":\"ada\"}"))
                .isNotEqualTo(hash(item, "{\"actor\":\"adb\",\"command\":\"Count\"}"))
                .isNotEqualTo(hash(item, "{\"actor\":null,\"command\":\"Count\"}"))
                .isNotEqualTo(hash(item, "{\"actor\":\"adacommand\",\"\":\"Count\"}"));
    }

    private static String hash(JsonNode item, String metadata) {
        return HEX.formatHex(
                EventHash.of(EventHash.NO_PREDECESSOR, event(item, metadata)).get());
    }

    private static StoredEvent event(JsonNode item, String metadata) {
        return new StoredEvent(
                StorePosition.START,
                item.path("eventId").asString(),
                item.path("aggregateType").asString(),
                item.path("aggregateId").asString(),
                item.path("version").asLong(),
                item.path("name").asString(),
                item.path("revision").asInt(),
                Instant.parse(item.path("recordedAt").asString()),
                item.path("payload").asString(),
                metadata,
                EventHash.NO_PREDECESSOR);
    }

    private static JsonNode example() throws IOException {
        Matcher found = EXAMPLE.matcher(
                Files.readString(Path.of(System.getProperty("waybill.root"), "docs", "audit-format.md")));
        assertThat(found.find()).isTrue();
        return new JsonMapper().readTree(found.group(1));
    }
}
