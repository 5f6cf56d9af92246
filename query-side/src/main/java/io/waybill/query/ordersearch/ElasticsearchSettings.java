package io.waybill.query.ordersearch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param orders the alias of the index of orders
 * @param username of basic authentication; none without it
 * @param connectTimeout how long a connection may take to come about
 * @param answerTimeout how long an answer may take; a search that waits longer is answered with 503
 */
@ConfigurationProperties("waybill.elasticsearch")
record ElasticsearchSettings(
        URI url,
        @DefaultValue("ordersearch") String orders,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration answerTimeout) {}
