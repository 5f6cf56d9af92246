package io.waybill.projection.progress;

import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Whether each projection can follow the log. One that cannot takes the service out of service (readiness), under its
 * name; being behind does not.
 */
@Configuration(proxyBeanMethods = false)
class ProjectionsHealth {
    @Bean
    CompositeHealthContributor projectionsHealthContributor(Views views, ProgressReader progress) {
        return CompositeHealthContributor.fromMap(views.all().stream().collect(Collectors.toMap(View::name, view ->
                (HealthIndicator) () -> health(progress.of(view)))));
    }

    private static Health health(Progress progress) {
        Health.Builder health = progress.trouble() == null
                ? Health.up()
                : Health.outOfService().withDetail("trouble", progress.trouble());
        return health.withDetail("position", progress.position())
                .withDetail("lag", progress.lag() == null ? "unknown" : progress.lag())
                .build();
    }
}
