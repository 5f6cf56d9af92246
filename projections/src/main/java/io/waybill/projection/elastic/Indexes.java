package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes what a view in Elasticsearch consists of. */
@Component
public final class Indexes {
    private final ElasticsearchClient client;
    private final JdbcClient jdbc;
    private final ElasticsearchSettings settings;

    Indexes(ElasticsearchClient client, JdbcClient jdbc, ElasticsearchSettings settings) {
        this.client = client;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public <D extends Document> IndexView<D> view(IndexDefinition<D> definition) {
        String alias = settings.prefix() + definition.documents().view();
        return new IndexView<>(client, jdbc, alias, definition);
    }
}
