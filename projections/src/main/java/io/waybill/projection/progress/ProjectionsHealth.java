package io.waybill.projection.progress;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether each projection can follow the log. One that cannot takes the service out of service (readiness), under its
 * name; being behind does not.
 */
@Component("projectionsHealthIndicator")
final class ProjectionsHealth extends AbstractHealthIndicator {
    private final ProgressReader progress;

    ProjectionsHealth(ProgressReader progress) {
        super("The projections' positions cannot be read");
        this.progress = progress;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<String, Object> details = new TreeMap<>();
        boolean trouble = false;
        for (Progress each : progress.all()) {
            trouble |= each.trouble() != null;
            details.put(each.name(), words(each));
        }
        (trouble ? health.outOfService() : health.up()).withDetails(details);
    }

    private static String words(Progress progress) {
        return progress.trouble() == null
                ? progress.state() + ", " + progress.lag() + " events to go"
                : progress.trouble();
    }
}
