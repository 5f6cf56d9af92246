package io.waybill.projection.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.waybill.projection.rebuild.RebuildStatus;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far each projection and its rebuild are, as gauges; NaN while that is not known, or there is no rebuild. */
@Component
final class ProgressMetrics implements MeterBinder {
    private final Views views;
    private final RecentProgress progress;

    ProgressMetrics(Views views, RecentProgress progress) {
        this.views = views;
        this.progress = progress;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (View view : views.all()) {
            gauge(registry, view, "waybill.projection.lag", "events", "not handled yet", Progress::lag);
            gauge(
                    registry,
                    view,
                    "waybill.projection.lag.age",
                    "seconds",
                    "of the oldest of them",
                    Progress::lagSeconds);
            gauge(
                    registry,
                    view,
                    "waybill.projection.pace",
                    "events",
                    "handled in a second",
                    Progress::eventsPerSecond);
            gauge(registry, view, "waybill.rebuild.done", "events", "handled by its rebuild", of(RebuildStatus::done));
            gauge(
                    registry,
                    view,
                    "waybill.rebuild.total",
                    "events",
                    "that its rebuild has to handle",
                    of(RebuildStatus::total));
        }
    }

    private void gauge(
            MeterRegistry registry,
            View view,
            String name,
            String unit,
            String what,
            Function<Progress, @Nullable Number> value) {
        Gauge.builder(name, () -> number(view, value))
                .description("Events of the log, per projection: " + what)
                .baseUnit(unit)
                .tag("projection", view.name())
                .register(registry);
    }

    private static Function<Progress, @Nullable Number> of(Function<RebuildStatus, Number> value) {
        return all -> all.rebuild() == null ? null : value.apply(all.rebuild());
    }

    private Number number(View view, Function<Progress, @Nullable Number> value) {
        return progress.all().stream()
                .filter(each -> each.name().equals(view.name()))
                .findFirst()
                .<Number>map(value)
                .orElse(Double.NaN);
    }
}
