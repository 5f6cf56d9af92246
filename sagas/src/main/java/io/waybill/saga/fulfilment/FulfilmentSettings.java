package io.waybill.saga.fulfilment;

import io.waybill.saga.fulfilment.state.Waiting;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a fulfilment waits.
 *
 * @param stepTimeout for the outcome of a step, before it is taken again; doubled each time
 * @param longestStepTimeout what it is doubled up to
 * @param paymentTimeout for a payment to be decided, before it is given up
 * @param dispatchWithin for a packed shipment to leave, before it is shown as late
 * @param deliveryWithin for a shipment to arrive, before it is shown as late
 * @param returnWindow after delivery, before the order is closed
 */
@ConfigurationProperties("waybill.fulfilment")
public record FulfilmentSettings(
        Duration stepTimeout,
        Duration longestStepTimeout,
        Duration paymentTimeout,
        Duration dispatchWithin,
        Duration deliveryWithin,
        Duration returnWindow) {
    /** More doublings than this are beyond every longest timeout. */
    private static final int MAX_DOUBLINGS = 30;

    public FulfilmentSettings {
        boolean positive = Stream.of(
                        stepTimeout, longestStepTimeout, paymentTimeout, dispatchWithin, deliveryWithin, returnWindow)
                .allMatch(Duration::isPositive);
        if (!positive || longestStepTimeout.compareTo(stepTimeout) < 0) {
            throw new IllegalArgumentException(
                    "waybill.fulfilment wants durations above zero, and longest-step-timeout not below step-timeout");
        }
    }

    /**
     * How long a step may wait.
     *
     * @param overdue how often it already was overdue
     * @return null for a step that somebody else's deadlines watch over
     */
    @Nullable
    Duration patience(Waiting.For step, int overdue) {
        return switch (step) {
            case PAYMENT -> paymentTimeout;
            case DISPATCH -> dispatchWithin;
            case DELIVERY -> deliveryWithin;
            case RETURN_WINDOW -> returnWindow;
            case RETURNS, END -> null;
            case STOCK, CONFIRMATION, AMENDMENT, PREPARATION, SETTLEMENT, RECORD, CLOSING, UNDOING, REJECTION ->
                doubled(overdue);
        };
    }

    private Duration doubled(int times) {
        Duration doubled = stepTimeout.multipliedBy(1L << Math.min(times, MAX_DOUBLINGS));
        return doubled.compareTo(longestStepTimeout) < 0 ? doubled : longestStepTimeout;
    }
}
