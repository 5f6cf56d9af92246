package io.waybill.saga.step;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param timeout how long one command may take before the batch is rolled back
 * @param inFlight how many commands may be under way at once, over all segments
 */
@ConfigurationProperties("waybill.steps")
public record StepSettings(Duration timeout, int inFlight) {
    public StepSettings {
        if (timeout.isNegative() || timeout.isZero() || inFlight < 1) {
            throw new IllegalArgumentException("waybill.steps wants a timeout above zero and in-flight of at least 1");
        }
    }
}
