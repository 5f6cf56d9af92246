package io.waybill.projection.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.Bytes;
import io.waybill.eventing.EventDecoder;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.eventing.personal.Subjects;
import io.waybill.eventing.store.EventHash;
import io.waybill.projection.Fold;
import io.waybill.projection.golden.HeldRows.Sum;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Histories that were recorded once and never change are read and folded by today's code, and every view has to hold what
 * it held before. A view that is meant to hold something else says so in the change that makes it: with
 * {@code -Dwaybill.write=true} the sums are written anew, and {@code target/golden} has the rows to be compared.
 */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class GoldenHistoriesTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path SUMS = FOLDER.resolve("sums.json");
    private static final Path SEEN = Path.of("target/golden");
    private static final HistoryFile FILE = new HistoryFile(FOLDER.resolve("histories.jsonl.gz"));
    private static final boolean WRITE = Boolean.getBoolean("waybill.write");
    private static final String HOW = "to be written anew: ./mvnw test -pl projections -am -Dtest=GoldenHistoriesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwaybill.write=true";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final StoredNames NAMES = StoredNames.of(Events.all(), Upcasts.all());
    private static final int WHOLE_BATCH = 200;

    private static List<RecordedEvent> history;

    @BeforeAll
    static void open() throws IOException {
        history = FILE.read();
        if (WRITE && !revisions(history).containsAll(allRevisions())) {
            // A seed of its own for each time, so that nobody comes into the world twice.
            long seed = 1L + history.size();
            FILE.add(Recorder.record(seed, Histories.madeUp(seed).events(), Histories.EARLY_EVENTS));
            history = FILE.read();
        }
        if (WRITE) {
            try (Replay replay = new Replay(new GoldenKeys())) {
                replay.inWholeBatches(replay.events());
                Files.writeString(SUMS, JSON.writeValueAsString(replay.sums()) + "\n");
            }
        }
    }

    @Test
    void every_revision_of_every_event_is_among_hundreds_of_streams() {
        assertThat(revisions(history)).as(HOW).containsAll(allRevisions());
        assertThat(history.stream().map(RecordedEvent::aggregateId).distinct()).hasSizeGreaterThan(300);
    }

    @Test
    void each_stream_is_chained_as_on_the_day_when_it_was_recorded() {
        Map<String, Bytes> previous = new HashMap<>();
        for (RecordedEvent event : history) {
            Bytes before = previous.getOrDefault(event.aggregateId(), EventHash.NO_PREDECESSOR);
            assertThat(Chain.hash(before, event).get()).isEqualTo(event.hash().get());
            previous.put(event.aggregateId(), event.hash());
        }
    }

    @Test
    void every_view_holds_what_it_held_before() throws IOException {
        try (Replay replay = new Replay(new GoldenKeys())) {
            replay.fold.fold(replay.events());
            assertThat(replay.sums()).as(HOW).isEqualTo(stored());
        }
    }

    @Test
    void so_it_does_when_the_keys_of_the_erased_are_gone() throws IOException {
        GoldenKeys keys = new GoldenKeys();
        try (Replay replay = new Replay(keys)) {
            replay.events().forEach(event -> keys.after(event.getPayload()));
            replay.inWholeBatches(replay.events());
            assertThat(replay.sums()).isEqualTo(stored());
        }
    }

    @Test
    void so_it_does_when_everything_is_told_twice() throws IOException {
        try (Replay replay = new Replay(new GoldenKeys())) {
            replay.inWholeBatches(replay.events());
            replay.inWholeBatches(replay.events());
            assertThat(replay.sums()).isEqualTo(stored());
        }
    }

    private static Map<String, Sum> stored() throws IOException {
        assertThat(SUMS).as(HOW).exists();
        return JSON.readValue(Files.readString(SUMS), new TypeReference<TreeMap<String, Sum>>() {});
    }

    private static Set<String> revisions(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.name() + "-" + event.revision())
                .collect(Collectors.toSet());
    }

    private static Set<String> allRevisions() {
        Set<String> all = new TreeSet<>(Upcasts.all().keySet());
        Events.all()
                .forEach(event -> all.add(event.getSimpleName() + "-"
                        + event.getAnnotation(Revision.class).value()));
        return all;
    }

    /** Every view on servers of its own. */
    private static final class Replay implements AutoCloseable {
        private final String prefix = TestServers.elasticsearch().newIndexName();
        final Fold fold;

        Replay(GoldenKeys keys) {
            fold = new Fold(
                    TestServers.postgres().newDatabase(),
                    Map.of(
                            "waybill.elasticsearch.url",
                            TestServers.elasticsearch().url(),
                            "waybill.elasticsearch.prefix",
                            prefix,
                            "waybill.elasticsearch.answer-timeout",
                            "120s"),
                    keys.data(Subjects.UNKNOWN));
        }

        void inWholeBatches(List<TrackedEventMessage<?>> events) {
            for (int from = 0; from < events.size(); from += WHOLE_BATCH) {
                fold.batch(events.subList(from, Math.min(events.size(), from + WHOLE_BATCH)));
            }
        }

        /** As they come from the log, none of them read yet. */
        List<TrackedEventMessage<?>> events() {
            EventDecoder decoder = new EventDecoder(fold.bean(Serializer.class), NAMES.upcasters());
            List<TrackedEventMessage<?>> events = new ArrayList<>();
            history.forEach(event -> events.add(EventUtils.asTrackedEventMessage(
                    decoder.decode(event), new LogPosition(events.size() + 1L, List.of()))));
            return events;
        }

        Map<String, Sum> sums() throws IOException {
            Map<String, Sum> sums = new TreeMap<>();
            for (View view : fold.bean(Views.class).all()) {
                HeldRows rows = isTable(view.name())
                        ? HeldRows.ofTable(fold, view.name())
                        : HeldRows.ofIndex(TestServers.elasticsearch().url() + "/" + prefix + view.name());
                Files.createDirectories(SEEN);
                Files.write(SEEN.resolve(view.name() + ".jsonl"), rows.lines());
                sums.put(view.name(), rows.sum());
            }
            return sums;
        }

        private boolean isTable(String name) {
            return fold.jdbc()
                    .sql("select to_regclass(?) is not null")
                    .param(name)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public void close() {
            fold.close();
        }
    }
}
