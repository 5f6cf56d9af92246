package io.waybill.projection.dryrun;

import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.KafkaEventSource;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.letters.Reader;
import io.waybill.letters.parking.Troubles;
import io.waybill.letters.parking.UnknownEvents;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.verification.CopyFold;
import io.waybill.projection.verification.Scratch;
import io.waybill.projection.view.Shadow;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Writers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays a part of the log through a view's writer, into temporary tables that end with it. */
@Component
final class Rehearsal {
    private static final int BATCH = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final KafkaEventSource log;
    private final Generations generations;
    private final Writers writers;
    private final StoredNames names;
    private final Troubles troubles;
    private final DryRuns runs;
    private final InstantSource clock = InstantSource.system();

    Rehearsal(
            DataSource database,
            JdbcClient jdbc,
            KafkaEventSource log,
            Generations generations,
            Writers writers,
            StoredNames names,
            Troubles troubles,
            DryRuns runs) {
        this.database = database;
        this.jdbc = jdbc;
        this.log = log;
        this.generations = generations;
        this.writers = writers;
        this.names = names;
        this.troubles = troubles;
        this.runs = runs;
    }

    /**
     * Returns when all of it was played, or it is no longer wanted.
     *
     * @throws IllegalStateException if it cannot go on for a cause that is no event's fault
     */
    void play(View view, DryRun run) throws InterruptedException {
        Score score = new Score(run, runs, troubles, clock);
        try (Scratch scratch = Scratch.open(database)) {
            Generation serving = generations.servingNow(view.name());
            Shadow shadow = view.shadow(serving.number(), writers.of(view, serving.number()));
            scratch.inTransaction(() -> {
                shadow.create();
                return true;
            });
            CopyFold fold = new CopyFold(
                    scratch,
                    List.of(
                            new UnknownEvents(new Reader(view.name(), view.aggregateTypes()), names),
                            new AnnotationEventHandlerAdapter(shadow.writer())),
                    score::failed);
            UnaryOperator<List<TrackedEventMessage<?>>> whole = run.first() == 1
                    ? UnaryOperator.identity()
                    : new Beginnings(view.sequencing(), scratch, jdbc)::within;
            if (run.total() > 0) {
                play(run, batch -> fold.fold(whole.apply(batch)), score);
            }
        }
        score.tell();
    }

    private void play(DryRun run, Player player, Score score) throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>(BATCH);
        try (BlockingStream<TrackedEventMessage<?>> events =
                log.openStream(new LogPosition(run.first() - 1, List.of()))) {
            for (long number = run.first() - 1; number < run.last(); ) {
                await(events, number, run.last(), score);
                TrackedEventMessage<?> event = events.nextAvailable();
                number = event.trackingToken().position().orElseThrow();
                batch.add(event);
                if (batch.size() == BATCH || number >= run.last()) {
                    player.play(batch);
                    score.done(batch.size());
                    batch.clear();
                }
                if (!score.isWanted()) {
                    return;
                }
            }
        }
    }

    private static void await(BlockingStream<?> events, long number, long last, Score score)
            throws InterruptedException {
        for (long waited = 0; !events.hasNextAvailable((int) LOOK.toMillis(), TimeUnit.MILLISECONDS); waited++) {
            if (waited >= SILENCE.toSeconds() || !score.isWanted()) {
                throw new IllegalStateException("the log ends with " + number + ", and not with " + last);
            }
        }
    }

    @FunctionalInterface
    private interface Player {
        void play(List<TrackedEventMessage<?>> batch);
    }
}
