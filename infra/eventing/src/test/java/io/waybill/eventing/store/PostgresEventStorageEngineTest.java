package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.eventing.Counted;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealServers(Server.POSTGRES)
class PostgresEventStorageEngineTest {
    private final TestStore store = new TestStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void what_is_appended_is_read_back_with_its_metadata() {
        store.append("a", 0, 2);

        assertThat(store.engine.readEvents("a").asStream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(new Counted("a", 0), new Counted("a", 1));
        assertThat(store.engine.readEvents("a").next().getMetaData()).containsEntry(Provenance.ACTOR, "a test");
        assertThat(store.engine.lastSequenceNumberFor("a")).contains(1L);
        assertThat(store.engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void a_row_is_readable_by_a_person_and_holds_the_stored_name() {
        store.append("a", 0, 1);

        assertThat(store.jdbc.queryForMap("select name, revision, payload::text, metadata::text from event"))
                .containsEntry("name", "Counted")
                .containsEntry("revision", 1)
                .containsEntry("payload", "{\"counter\":\"a\",\"n\":0}")
                .containsEntry("metadata", "{\"actor\":\"a test\"}");
    }

    @Test
    void a_stream_longer_than_a_page_is_read_whole_and_in_order() {
        int length = PostgresEventStorageEngine.PAGE * 2 + 1;
        store.append("long", 0, length);

        assertThat(store.engine.readEvents("long", 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .hasSize(length - 3)
                .isSorted()
                .startsWith(3L);
    }

    @Test
    void a_log_longer_than_a_page_is_read_whole_and_in_order() {
        int length = PostgresEventStorageEngine.PAGE * 2 + 1;
        store.append("long", 0, length);

        assertThat(store.engine.readEvents(null, false).map(event -> ((Counted) event.getPayload()).n()))
                .containsExactlyElementsOf(LongStream.range(0, length).boxed().toList());
    }

    @Test
    void a_fields_value_can_be_asked_for_with_sql() {
        store.append("a", 0, 3);

        assertThat(store.jdbc.queryForList(
                        "select payload->>'n' from event where payload->>'counter' = 'a' and metadata->>'actor' = 'a test'"
                                + " order by sequence_number",
                        String.class))
                .containsExactly("0", "1", "2");
    }

    @Test
    void events_of_one_append_stand_in_the_log_as_they_were_given() {
        List<DomainEventMessage<?>> mixed = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            mixed.addAll(TestStore.counted("z", n, 1));
            mixed.addAll(TestStore.counted("a", n, 1));
        }
        store.engine.appendEvents(mixed);

        assertThat(store.engine.readEvents(null, false).map(EventMessage::getIdentifier))
                .containsExactlyElementsOf(
                        mixed.stream().map(EventMessage::getIdentifier).toList());
    }

    @Test
    void a_sequence_number_below_zero_is_refused() {
        assertThatThrownBy(() -> store.append("a", -1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_append_is_bounded_and_takes_as_many_as_it_says() {
        assertThatThrownBy(() -> store.append("a", 0, Append.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
        store.append("a", 0, Append.MOST);

        assertThat(store.engine.lastSequenceNumberFor("a")).contains(Append.MOST - 1L);
    }

    @Test
    void the_head_is_behind_what_has_committed_and_before_what_is_in_flight() {
        assertThat(store.engine.createHeadToken()).isEqualTo(StorePosition.START);
        store.append("a", 0, 2);
        TrackingToken head = store.engine.createHeadToken();
        store.append("a", 2, 1);

        assertThat(store.engine.readEvents(head, false).map(event -> ((Counted) event.getPayload()).n()))
                .containsExactly(2L);
        store.transaction.executeWithoutResult(status -> {
            TrackingToken before = store.engine.createHeadToken();
            store.engine.appendEvents(TestStore.counted("b", 0, 1));
            assertThat(store.engine.createHeadToken()).isEqualTo(before);
        });
    }

    @Test
    void a_sequence_number_that_is_taken_is_a_conflict() {
        store.append("a", 0, 2);

        assertThatThrownBy(() -> store.append("a", 1, 1)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append("a", 0, 1)).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(store.engine.lastSequenceNumberFor("a")).contains(1L);
    }

    @Test
    void the_newest_snapshot_is_kept_whatever_comes_last() {
        store.engine.storeSnapshot(snapshot(7));
        store.engine.storeSnapshot(snapshot(3));

        assertThat(store.engine.readSnapshot("a")).hasValueSatisfying(kept -> {
            assertThat(kept.getSequenceNumber()).isEqualTo(7);
            assertThat(kept.getPayload()).isEqualTo(new Counted("a", 7));
        });
    }

    private static DomainEventMessage<?> snapshot(long sequence) {
        return new GenericDomainEventMessage<>("Counter", "a", sequence, new Counted("a", sequence));
    }
}
