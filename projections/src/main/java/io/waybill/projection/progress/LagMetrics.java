package io.waybill.projection.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many events each projection is behind, as a gauge; NaN while that is not known. */
@Component
final class LagMetrics implements MeterBinder {
    private final Views views;
    private final ProgressReader progress;

    LagMetrics(Views views, ProgressReader progress) {
        this.views = views;
        this.progress = progress;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        views.all()
                .forEach(view -> Gauge.builder("waybill.projection.lag", () -> lag(view))
                        .description("Events on the log that the projection has not handled yet")
                        .baseUnit("events")
                        .tag("projection", view.name())
                        .register(registry));
    }

    private Number lag(View view) {
        @Nullable Long lag = progress.of(view).lag();
        return lag == null ? Double.NaN : lag;
    }
}
