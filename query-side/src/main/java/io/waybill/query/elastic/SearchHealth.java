package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says that the search is away, without calling the service sick: everything else is answered without it. */
@Component("search")
final class SearchHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ElasticsearchClient client;

    SearchHealth(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail("cluster", client.cluster().health().status().jsonValue())
                    .build();
        } catch (IOException | ElasticsearchException away) {
            return Health.status(DEGRADED)
                    .withDetail("trouble", away.toString())
                    .build();
        }
    }
}
