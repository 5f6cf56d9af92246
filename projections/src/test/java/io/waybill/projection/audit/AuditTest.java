package io.waybill.projection.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.OrderId;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import io.waybill.projection.view.Fingerprint;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class AuditTest extends FoldedTables {
    AuditTest() {
        super("audit");
    }

    @Test
    void every_event_says_who_caused_it_by_what_and_when() {
        OrderId order = story.placed(Orders.hearts());
        story.received("71053@MAIN", 5).confirmed(order);

        fold.fold(story.events());

        assertThat(fold.rows("""
                        select entity_type, entity_id, version, name, revision, actor, command, correlation_id,
                               causation_id, trace_id, position
                          from audit order by position
                        """))
                .containsExactly(
                        row("order", order.toString(), "0", "OrderPlaced", "2", "1"),
                        row("stock", "71053@MAIN", "0", "StockReceived", "1", "2"),
                        row("order", order.toString(), "1", "OrderConfirmed", "1", "3"));
        assertThat(fold.rows("select payload from audit where name = 'StockReceived'"))
                .containsExactly(List.of("{\"stock\":\"71053@MAIN\",\"quantity\":5}"));
    }

    @Test
    void an_event_of_a_later_release_is_kept_as_it_is() {
        String payload = "{\"zeal\":  1, \"a\": {\"nested\": [true]}}";

        fold.batch(List.of(stored("OrderTeleported", "3", payload, Map.of())));

        assertThat(fold.rows("select entity_type, name, revision, payload, actor, trace_id from audit"))
                .containsExactly(Arrays.asList("order", "OrderTeleported", "3", payload, null, null));
    }

    @Test
    void handling_twice_equals_handling_once_and_a_rebuilt_view_equals_the_live_one() {
        OrderId order = story.placed(Orders.hearts());
        story.received("71053@MAIN", 5).confirmed(order);
        fold.fold(story.events());
        Fingerprint once = fold.fingerprint("audit");

        fold.fold(story.events());
        assertThat(fold.fingerprint("audit")).isEqualTo(once);

        fold.empty("audit");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("audit")).isEqualTo(once);
    }

    @Test
    void each_event_leaves_what_it_changed_and_now_and_then_the_whole_state() {
        receipts(2 * History.WHOLE_EVERY + 1);

        fold.fold(story.events());

        assertThat(fold.rows("select version from audit where state is not null order by version"))
                .containsExactly(List.of("0"), List.of("50"), List.of("100"));
        assertThat(fold.rows("select changes, state from audit where version = 1"))
                .containsExactly(Arrays.asList(
                        "[{\"path\":\"/onHand\",\"before\":1,\"after\":2},{\"path\":\"/available\",\"before\":1,\"after\":2}]",
                        null));
        assertThat(fold.rows("select state from audit where version = 100"))
                .containsExactly(List.of(
                        "{\"sku\":\"71053\",\"warehouse\":\"MAIN\",\"onHand\":101,\"reserved\":0,\"available\":101}"));
    }

    @Test
    void states_are_the_same_whatever_the_batches_were() {
        WholeLife.told(story);
        WholeLife.catalogueAndWallets(story);
        receipts(History.WHOLE_EVERY + 10);
        fold.batch(story.events());
        Fingerprint inOne = fold.fingerprint("audit");

        fold.empty("audit");
        story.events().forEach(event -> fold.batch(List.of(event)));
        assertThat(fold.fingerprint("audit")).isEqualTo(inOne);

        fold.empty("audit");
        fold.fold(story.events().subList(0, story.events().size() / 2));
        fold.fold(story.events());
        assertThat(fold.fingerprint("audit")).isEqualTo(inOne);
    }

    @Test
    void what_a_batch_reads_of_an_entity_does_not_grow_with_its_history() {
        receipts(20 * History.WHOLE_EVERY);
        fold.batch(story.events());
        Entity stock = new Entity("stock", "71053@MAIN");

        fold.inTransaction(() -> {
            long before = rowsRead();
            Map<Entity, Known> known = fold.bean(KnownStates.class).find(List.of(stock));

            assertThat(known.get(stock).version()).isEqualTo(20 * History.WHOLE_EVERY - 1);
            assertThat(rowsRead() - before).isBetween(1L, 2L * History.WHOLE_EVERY);
        });
    }

    @Test
    void an_unknown_event_moves_the_version_and_changes_nothing() {
        fold.batch(List.of(stored("OrderTeleported", "3", "{\"status\":\"GONE\"}", Map.of())));

        assertThat(fold.rows("select version, changes, state from audit"))
                .containsExactly(Arrays.asList("0", null, "{}"));
    }

    @Test
    void words_of_the_payload_are_found_and_what_is_sealed_is_not() {
        String payload =
                "{\"note\":\"a box fell, \\u0000 really\",\"shipTo\":{\"sealed\":\"c2VjcmV0\",\"country\":\"Norway\"},"
                        + "\"long\":\"" + "word ".repeat(Payload.MAX_WORDS) + "\"}";

        fold.batch(List.of(stored("OrderTeleported", "3", payload, Map.of())));

        assertThat(fold.rows("select words @@ 'fell' , words @@ 'norway', words @@ 'c2vjcmv0' from audit"))
                .containsExactly(List.of("t", "t", "f"));
    }

    /** By this connection, as far as PostgreSQL has not yet told everybody. */
    private long rowsRead() {
        return fold.jdbc()
                .sql("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'audit'")
                .query(Long.class)
                .single();
    }

    private void receipts(int count) {
        for (int n = 0; n < count; n++) {
            story.received("71053@MAIN", 1);
        }
    }

    private static List<String> row(
            String type, String id, String version, String name, String revision, String position) {
        return List.of(
                type,
                id,
                version,
                name,
                revision,
                "ada",
                "ACommand",
                "correlation-1",
                "cause-1",
                Story.TRACE,
                position);
    }

    private TrackedEventMessage<?> stored(String name, String revision, String payload, Map<String, String> metadata) {
        Serializer serializer = fold.bean(Serializer.class);
        SerializedMessage<Object> message = new SerializedMessage<>(
                "an-event",
                new SimpleSerializedObject<>(payload.getBytes(UTF_8), byte[].class, name, revision),
                serializer.serialize(MetaData.from(metadata), byte[].class),
                serializer);
        return new GenericTrackedDomainEventMessage<>(
                new LogPosition(1, List.of()),
                new GenericDomainEventMessage<>("Order", "an-order", 0, message, Instant.EPOCH));
    }
}
