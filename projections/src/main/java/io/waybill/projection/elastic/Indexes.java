package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.waybill.projection.view.View;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    /** @param lastLook what documents have to pass through, in their order, before they are written */
    public <D extends Document> DocumentIndex<D> index(DocumentKind<D> kind, UnaryOperator<List<D>> lastLook) {
        IndexSchema schema = new IndexSchema(client, jdbc, kind.view(), settings.prefix() + kind.view());
        return new DocumentIndex<>(client, schema, kind, lastLook);
    }

    /** @param writer makes one that writes to a copy */
    public <D extends Document> View view(
            DocumentIndex<D> index, Set<String> aggregateTypes, Function<Documents<D>, Object> writer) {
        return new IndexView<>(index, aggregateTypes, jdbc, writer);
    }
}
