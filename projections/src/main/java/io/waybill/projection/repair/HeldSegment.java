package io.waybill.projection.repair;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.Segment;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a processor from writing what comes of one aggregate. A batch stores its segment's token in its own transaction,
 * before it writes: who holds the token's row keeps all later writes of the segment waiting, on whatever node. A batch that
 * wrote something before it came to the token, because it takes its events one by one, makes a deadlock, which PostgreSQL
 * ends; both are tried again.
 */
@Component
final class HeldSegment {
    private final JdbcClient jdbc;

    HeldSegment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds, until the current transaction ends, the segment that the aggregate's events go to.
     *
     * @return false if the processor has not begun, so that it will meet all of the aggregate's events anyway
     * @throws ConcurrencyFailureException if segments are being split or merged; to be tried again
     */
    boolean hold(String processor, String aggregate) {
        List<Integer> before = segments(processor);
        Stream.of(Segment.computeSegments(
                        before.stream().mapToInt(Integer::intValue).toArray()))
                .filter(segment -> segment.matches(Objects.hashCode(aggregate)))
                .forEach(segment -> lock(processor, segment.getSegmentId()));
        if (!before.equals(segments(processor))) {
            throw new ConcurrencyFailureException("the segments of " + processor + " are being split or merged");
        }
        return !before.isEmpty();
    }

    private List<Integer> segments(String processor) {
        return jdbc.sql("select segment from token_entry where processor_name = ? order by segment")
                .param(processor)
                .query(Integer.class)
                .list();
    }

    private void lock(String processor, int segment) {
        boolean isThere = jdbc.sql("select 1 from token_entry where processor_name = ? and segment = ? for update")
                .params(processor, segment)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!isThere) {
            throw new ConcurrencyFailureException("segment " + segment + " of " + processor + " was merged");
        }
    }
}
