package io.waybill.projection.control;

import static io.waybill.projection.progress.ProgressReader.NEAR;

import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generation.State;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.rebuild.Rebuilds;
import io.waybill.projection.view.Schemas;
import io.waybill.projection.view.View;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets readers see another generation, in one step. Nobody is to see an older row than before: so the one that serves stands
 * still until the other has handled all that it has, and readers wait for what is newer, for a second or so.
 *
 * <p>In PostgreSQL all of it is one transaction. Elasticsearch takes part in none: that its alias is to lead elsewhere was
 * stored before, the request that does it comes last, and all of it is repeated until it is so.
 */
@Component
final class Switching {
    /** How long the one that serves may stand still for the other to get as far. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration TELL_AGAIN = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Switching.class);

    private final Generations generations;
    private final Rebuilds rebuilds;
    private final Holding holding;
    private final SegmentTokens tokens;
    private final Schemas schemas;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final GenerationSettings settings;

    Switching(
            Generations generations,
            Rebuilds rebuilds,
            Holding holding,
            SegmentTokens tokens,
            Schemas schemas,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            GenerationSettings settings) {
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.holding = holding;
        this.tokens = tokens;
        this.schemas = schemas;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whether readers see the generation now; if not, it can be tried again. */
    boolean attempt(View view, Generation to) throws InterruptedException {
        Optional<Generation> from = generations.serving(view.name());
        if (from.isEmpty() || !isNear(from.get(), to) || view.trouble().isPresent()) {
            return false;
        }
        long begun = System.nanoTime();
        boolean switched = holding.whileHeld(
                from.get(),
                () -> Holding.await(PATIENCE, () -> hasAllOf(from.get(), to)) && commit(view, from.get(), to));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (switched) {
            log.info(
                    "Generation {} of {} serves; the one before stood still for {} ms",
                    to.number(),
                    view.name(),
                    millis);
            tellAgain();
        } else {
            log.info("Generation {} of {} cannot serve yet", to.number(), view.name());
        }
        return switched;
    }

    /** Before anybody is stopped for it. */
    private boolean isNear(Generation from, Generation to) {
        return SegmentTokens.highest(tokens.of(from.processor())) - lowest(to) <= NEAR;
    }

    private boolean hasAllOf(Generation from, Generation to) {
        return lowest(to) >= SegmentTokens.highest(tokens.of(from.processor()));
    }

    private boolean commit(View view, Generation from, Generation to) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                // Nobody claims a segment of the one that is to stand still until this has ended.
                jdbc.sql("select 1 from token_entry where processor_name = ? for update")
                        .param(from.processor())
                        .query()
                        .listOfRows();
                boolean stillWanted = generations
                        .find(view.name(), to.number())
                        .filter(now -> now.toServe() && (now.state() == State.BUILDING || now.state() == State.KEPT))
                        .isPresent();
                if (!stillWanted || !holding.isFree(from) || !hasAllOf(from, to)) {
                    return false;
                }
                schemas.serve(view, to.number());
                generations.switched(from, to, settings.keep());
                rebuilds.switched(view.name(), to.number(), lowest(to));
                tell();
                view.serve(to.number());
                return true;
            }));
        } catch (DataAccessException busy) {
            log.info("Readers of {} are at work; the switch waits: {}", view.name(), busy.toString());
            return false;
        }
    }

    private long lowest(Generation generation) {
        return SegmentTokens.lowest(tokens.of(generation.processor()));
    }

    /** Whoever waits for a change of a view has a look. */
    private void tell() {
        jdbc.sql("select pg_notify('waybill_view', '*')").query().listOfRows();
    }

    // A batch that was begun before the switch did not know that it would have readers.
    private void tellAgain() {
        CompletableFuture.delayedExecutor(TELL_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    try {
                        tell();
                    } catch (RuntimeException away) {
                        log.debug("Those who wait were not told again: {}", away.toString());
                    }
                });
    }
}
