package io.waybill.saga.returns;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a return waits.
 *
 * @param decision from the request to somebody's decision; then it is declined
 * @param receipt from the approval to the arrival; then it is closed, and nothing is refunded
 * @param stepTimeout for the outcome of a step; then it is taken again
 */
@ConfigurationProperties("waybill.returns")
public record ReturnSettings(Duration decision, Duration receipt, Duration stepTimeout) {
    public ReturnSettings {
        if (!decision.isPositive() || !receipt.isPositive() || !stepTimeout.isPositive()) {
            throw new IllegalArgumentException("waybill.returns wants durations above zero");
        }
    }
}
