package io.waybill.projection.elastic;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param prefix what the names of all indexes begin with: for several installations on one Elasticsearch
 * @param username of basic authentication; none without it
 * @param connectTimeout how long a connection may take to come about
 * @param answerTimeout how long an answer may take; a batch that waits longer is rolled back and comes again
 */
@ConfigurationProperties("waybill.elasticsearch")
record ElasticsearchSettings(
        URI url,
        @DefaultValue("") String prefix,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration answerTimeout) {}
