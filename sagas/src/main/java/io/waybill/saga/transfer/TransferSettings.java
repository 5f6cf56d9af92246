package io.waybill.saga.transfer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param stepTimeout when a step is taken again for want of an outcome; doubled each time
 * @param longestStepTimeout up to which it is doubled
 * @param tries how often holding or settling is tried before the transfer is given up
 */
@ConfigurationProperties("waybill.transfer")
public record TransferSettings(
        @DefaultValue("1m") Duration stepTimeout,
        @DefaultValue("1h") Duration longestStepTimeout,
        @DefaultValue("3") int tries) {
    /** Beyond that, doubling a millisecond is more than a day. */
    private static final int MOST_DOUBLINGS = 27;

    public TransferSettings {
        if (!stepTimeout.isPositive() || longestStepTimeout.compareTo(stepTimeout) < 0 || tries < 1) {
            throw new IllegalArgumentException(
                    "waybill.transfer wants a step-timeout above zero and not above the longest, and at least 1 try");
        }
    }

    /** @param overdue how often the step was due in vain */
    Duration patience(int overdue) {
        Duration doubled = stepTimeout.multipliedBy(1L << Math.min(overdue, MOST_DOUBLINGS));
        return doubled.compareTo(longestStepTimeout) < 0 ? doubled : longestStepTimeout;
    }
}
