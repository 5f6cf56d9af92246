package io.waybill.projection.control;

import io.waybill.eventing.consumer.SegmentProgress;
import io.waybill.eventing.consumer.SegmentTokens;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.generation.ViewLocks;
import io.waybill.projection.operation.Operation;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.view.View;
import io.waybill.web.ApiProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Splits and merges segments of the generation that serves. Axon does so on a node that has them all; here nobody has them
 * meanwhile, so that it works with any number of nodes.
 */
@Component
final class SegmentChanges {
    /** Segments that a projection may have. */
    static final int MOST = 64;

    /** Longer than a node takes to see that it is to leave a generation alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Generations generations;
    private final ViewLocks locks;
    private final Holding holding;
    private final SegmentTokens tokens;
    private final OperationLog operations;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    SegmentChanges(
            Generations generations,
            ViewLocks locks,
            Holding holding,
            SegmentTokens tokens,
            OperationLog operations,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.generations = generations;
        this.locks = locks;
        this.holding = holding;
        this.tokens = tokens;
        this.operations = operations;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** @throws ApiProblem (404, UNKNOWN_SEGMENT), (409, TOO_MANY_SEGMENTS or PROJECTION_BUSY) */
    void split(View view, int segment, String actor, @Nullable String reason) throws InterruptedException {
        change(view, serving -> {
            List<SegmentProgress> all = tokens.of(serving.processor());
            Segment split = find(all, segment);
            if (all.size() >= MOST) {
                throw new ApiProblem(
                        HttpStatus.CONFLICT, "TOO_MANY_SEGMENTS", "There are " + MOST + ", which is the most.");
            }
            jdbc.sql("""
                            insert into token_entry (processor_name, segment, token, token_type, "timestamp")
                            select processor_name, ?, token, token_type, "timestamp" from token_entry
                             where processor_name = ? and segment = ?
                            """)
                    .params(split.splitSegmentId(), serving.processor(), segment)
                    .update();
            operations.done(Operation.SPLIT_SEGMENT, view.name(), actor, reason, "segment " + segment);
        });
    }

    /**
     * What only one of the two had handled is handled once more by the one that is left, and changes nothing.
     *
     * @throws ApiProblem (404, UNKNOWN_SEGMENT), (409, NOTHING_TO_MERGE or PROJECTION_BUSY)
     */
    void merge(View view, int segment, String actor, @Nullable String reason) throws InterruptedException {
        change(view, serving -> {
            List<SegmentProgress> all = tokens.of(serving.processor());
            Segment one = find(all, segment);
            int other = one.mergeableSegmentId();
            if (all.size() == 1
                    || all.stream().noneMatch(each -> each.segment() == other)
                    || find(all, other).getMask() != one.getMask()) {
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        "NOTHING_TO_MERGE",
                        "Segment " + segment + " would be merged with " + other + ", which is not there or was split.");
            }
            int behind = position(all, segment) <= position(all, other) ? segment : other;
            int kept = Math.min(segment, other);
            jdbc.sql("""
                            update token_entry t set token = b.token, token_type = b.token_type
                              from token_entry b
                             where t.processor_name = ? and t.segment = ? and b.processor_name = t.processor_name
                               and b.segment = ?
                            """).params(serving.processor(), kept, behind).update();
            jdbc.sql("delete from token_entry where processor_name = ? and segment = ?")
                    .params(serving.processor(), Math.max(segment, other))
                    .update();
            operations.done(
                    Operation.MERGE_SEGMENTS, view.name(), actor, reason, "segments " + segment + " and " + other);
        });
    }

    private void change(View view, Change change) throws InterruptedException {
        Optional<ViewLocks.Held> lock = locks.take(view.name());
        if (lock.isEmpty()) {
            throw busy(view);
        }
        try (ViewLocks.Held _ = lock.get()) {
            Generation serving = generations.serving(view.name()).orElseThrow(() -> busy(view));
            boolean done = holding.whileHeld(serving, () -> Holding.await(PATIENCE, () -> isChanged(serving, change)));
            if (!done) {
                throw busy(view);
            }
        }
    }

    /** False if a node has claimed a segment that had not seen yet that it is to leave the generation alone. */
    private boolean isChanged(Generation serving, Change change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("select 1 from token_entry where processor_name = ? for update")
                    .param(serving.processor())
                    .query()
                    .listOfRows();
            if (!holding.isFree(serving)) {
                return false;
            }
            change.to(serving);
            return true;
        }));
    }

    private static Segment find(List<SegmentProgress> all, int segment) {
        int[] ids = all.stream().mapToInt(SegmentProgress::segment).toArray();
        return Stream.of(Segment.computeSegments(ids))
                .filter(each -> each.getSegmentId() == segment)
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_SEGMENT", "There is no segment " + segment + " now."));
    }

    private static long position(List<SegmentProgress> all, int segment) {
        return all.stream()
                .filter(each -> each.segment() == segment)
                .mapToLong(SegmentProgress::position)
                .findFirst()
                .orElse(0);
    }

    private static ApiProblem busy(View view) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "PROJECTION_BUSY",
                view.name() + " is being worked on just now (compared or switched): try again later.");
    }

    private interface Change {
        void to(Generation serving);
    }
}
