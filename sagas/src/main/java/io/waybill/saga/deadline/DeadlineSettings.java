package io.waybill.saga.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pollingInterval how often due deadlines are looked for: by about so much one is late
 * @param threads how many deadlines a node meets at once; each takes a database connection
 * @param retryAfter when a deadline whose handling failed is met again
 * @param heartbeatInterval how often a node that is meeting a deadline says that it lives
 * @param unread a deadline is met though what was recorded less than this before it was due may not have been read; more
 *     than two looks at the end of the log ({@code waybill.log.look-every}) take
 */
@ConfigurationProperties("waybill.deadlines")
public record DeadlineSettings(
        Duration pollingInterval, int threads, Duration retryAfter, Duration heartbeatInterval, Duration unread) {
    public DeadlineSettings {
        if (!pollingInterval.isPositive()
                || threads < 1
                || !retryAfter.isPositive()
                || !heartbeatInterval.isPositive()
                || !unread.isPositive()) {
            throw new IllegalArgumentException("waybill.deadlines wants durations above zero and at least 1 thread");
        }
    }
}
