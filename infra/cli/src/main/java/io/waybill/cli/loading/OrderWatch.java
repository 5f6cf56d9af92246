package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.loading.Outcomes.Placed;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at an order again and again, less and less often, until there is what was waited for. */
final class OrderWatch {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final WaybillApi api;
    private final Stop stop;
    private final Patience patience;

    OrderWatch(WaybillApi api, Stop stop, Patience patience) {
        this.api = api;
        this.stop = stop;
        this.patience = patience;
    }

    /**
     * Renews the patience with what it finds.
     *
     * @param look gets the order as it is, once the views have seen it, and gives null as long as there is nothing to find
     * @return null if patience was over, or a stop was called
     */
    <T> @Nullable T until(Placed placed, Function<Answer, @Nullable T> look) {
        Duration pause = FIRST_PAUSE;
        while (!stop.isCalled()) {
            Answer order = api.get("/api/v1/orders/" + placed.id());
            if (order.status() != 404) { // otherwise the views have not seen it yet
                if (!order.isSuccess() || order.text("status").isEmpty()) {
                    throw GaveUp.refused("order " + placed.id(), order);
                }
                @Nullable T found = look.apply(order);
                if (found != null) {
                    patience.renew();
                    return found;
                }
            }
            if (patience.isOver()) {
                return null;
            }
            stop.pause(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return null;
    }
}
