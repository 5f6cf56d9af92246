package io.waybill.saga.outside;

import java.time.Duration;

/**
 * How one provider is called.
 *
 * @param timeout how long one try may take
 * @param tries how often one question is asked before it counts as not answered, 1 to {@value #MOST_TRIES}
 * @param pause before the second try; it doubles from try to try, each with half of it more or less by chance
 * @param breaker when the provider counts as away
 */
public record OutsideSettings(Duration timeout, int tries, Duration pause, Breaker breaker) {
    static final int MOST_TRIES = 10;

    public OutsideSettings {
        if (!timeout.isPositive() || !pause.isPositive() || tries < 1 || tries > MOST_TRIES) {
            throw new IllegalArgumentException(
                    "a provider wants a timeout and a pause above zero, and 1 to " + MOST_TRIES + " tries");
        }
    }

    /**
     * @param window what was tried for this long is looked at; whole seconds. What counts stands at {@link Outside}
     * @param least so many tries of the window say nothing yet if they are fewer
     * @param failures of a hundred tries, how many nobody may hear for the provider to be away, 1 to 100
     * @param open how long it is then left alone
     * @param probes how many tries are let through after that, and decide whether it is back
     */
    public record Breaker(Duration window, int least, int failures, Duration open, int probes) {
        public Breaker {
            if (window.toSeconds() < 1
                    || least < 1
                    || failures < 1
                    || failures > 100
                    || probes < 1
                    || !open.isPositive()) {
                throw new IllegalArgumentException("a breaker wants a window of at least a second, at least one try and"
                        + " one probe, a rate of failures of 1 to 100, and some time to be open");
            }
        }
    }
}
