package io.waybill.query.elastic;

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
 * @param answerTimeout how long an answer may take; a search that waits longer is answered with 503
 */
@ConfigurationProperties("waybill.elasticsearch")
record ElasticsearchSettings(
        URI url,
        @DefaultValue("") String prefix,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration answerTimeout) {

    /** How long Elasticsearch may search: it says by itself that it took too long, before nobody waits for that any more. */
    Duration searchTimeout() {
        return answerTimeout.multipliedBy(4).dividedBy(5);
    }
}
