package io.waybill.saga.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param pollingInterval how often due deadlines are looked for: by about so much one is late
 * @param threads how many deadlines a node meets at once; each takes a database connection
 * @param retryAfter when a deadline whose handling failed is met again
 * @param heartbeatInterval how often a node that is meeting a deadline says that it lives
 */
@ConfigurationProperties("waybill.deadlines")
public record DeadlineSettings(Duration pollingInterval, int threads, Duration retryAfter, Duration heartbeatInterval) {
    public DeadlineSettings {
        if (!pollingInterval.isPositive()
                || threads < 1
                || !retryAfter.isPositive()
                || !heartbeatInterval.isPositive()) {
            throw new IllegalArgumentException("waybill.deadlines wants durations above zero and at least 1 thread");
        }
    }
}
