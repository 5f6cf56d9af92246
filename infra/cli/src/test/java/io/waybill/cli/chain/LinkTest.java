package io.waybill.cli.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A chain is computed by docs/audit-format.md alone, so its example is what it is held against. */
class LinkTest {
    private final List<ObjectNode> example = Example.chain();

    @Test
    void the_documents_example_is_intact() {
        assertThat(new Link(example.getFirst()).isChainedTo(Link.NO_PREDECESSOR))
                .isTrue();
        assertThat(new Link(example.getLast()).isChainedTo(new Link(example.getFirst()).hash()))
                .isTrue();
        assertThat(new Link(example.getLast()).isChainedTo(Link.NO_PREDECESSOR)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"aggregateType", "aggregateId", "version", "eventId", "name", "revision", "recordedAt", "payload"
            })
    void a_change_of_any_field_is_seen(String field) {
        ObjectNode changed = example.getFirst().deepCopy();
        changed.put(field, changed.path(field).asString("") + "1");

        assertThat(new Link(changed).isChainedTo(Link.NO_PREDECESSOR)).isFalse();
        assertThat(new Link(changed).differsIn(new Link(example.getFirst()))).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"command\":\"Count\",\"actor\":\"adb\"}",
                "{\"command\":\"Count\"}",
                "{\"command\":\"Count\",\"actor\":\"ada\",\"\":\"\"}",
                "{\"command\":\"Count\",\"actor\":[\"ada\"]}",
                "{\"command\":\"Count\",\"actor\":null}"
            })
    void so_is_a_change_of_the_metadata(String metadata) {
        ObjectNode changed = example.getFirst().deepCopy();
        changed.set("metadata", new JsonMapper().readTree(metadata));

        assertThat(new Link(changed).isChainedTo(Link.NO_PREDECESSOR)).isFalse();
        assertThat(new Link(changed).differsIn(new Link(example.getFirst()))).isEqualTo("metadata");
    }

    @Test
    void the_order_of_the_metadata_is_no_change() {
        ObjectNode turned = example.getFirst().deepCopy();
        turned.set("metadata", new JsonMapper().readTree("{\"actor\":\"ada\",\"command\":\"Count\"}"));

        assertThat(new Link(turned).isChainedTo(Link.NO_PREDECESSOR)).isTrue();
        assertThat(new Link(turned).differsIn(new Link(example.getFirst()))).isNull();
    }
}
