package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.projection.view.Shadow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A generation's documents as they were stored, cut to some of their fields: another release may have written them. */
final class RawDocuments {
    /** Documents that one request brings. */
    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final IndexSchema schema;
    private final String idField;
    private final List<String> fields;

    RawDocuments(ElasticsearchClient client, IndexSchema schema, String idField, List<String> fields) {
        this.client = client;
        this.schema = schema;
        this.idField = idField;
        this.fields = fields;
    }

    /** Hands out the id and hash of each. */
    void readAll(Shadow.Rows rows) {
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.index())));
        List<Hit<ObjectNode>> page = page(List.of());
        while (!page.isEmpty()) {
            page.forEach(hit -> add(hit.id(), hit.source(), rows));
            page = page(page.getLast().sort());
        }
    }

    /** The same of those with these ids, as last written. */
    void read(List<String> ids, Shadow.Rows rows) {
        Elastic.call(() -> client.mget(get -> get.index(schema.index()).ids(ids), ObjectNode.class))
                .docs()
                .forEach(document -> {
                    if (document.isFailure()) {
                        throw new IndexUnavailable("Elasticsearch did not read a document: "
                                + document.failure().error().reason());
                    }
                    add(document.result().id(), document.result().source(), rows);
                });
    }

    private void add(@Nullable String id, @Nullable ObjectNode document, Shadow.Rows rows) {
        if (id != null && document != null) {
            String text = fields.stream()
                    .map(field -> String.valueOf(ordered(document.get(field))))
                    .collect(Collectors.joining("\n"));
            rows.add(id, DocumentHash.of(text));
        }
    }

    /** The order of an object's fields means nothing. */
    private static @Nullable Object ordered(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isObject()) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            value.properties().forEach(field -> sorted.put(field.getKey(), ordered(field.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(RawDocuments::ordered)
                    .map(String::valueOf)
                    .toList();
        }
        return value;
    }

    private List<Hit<ObjectNode>> page(List<FieldValue> after) {
        return Elastic.call(() -> client.search(
                        search -> {
                            search.index(schema.index())
                                    .size(PAGE)
                                    .sort(sort ->
                                            sort.field(by -> by.field(idField).order(SortOrder.Asc)));
                            return after.isEmpty() ? search : search.searchAfter(after);
                        },
                        ObjectNode.class))
                .hits()
                .hits();
    }
}
