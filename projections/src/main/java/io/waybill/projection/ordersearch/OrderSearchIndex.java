package io.waybill.projection.ordersearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of {@code ordersearch}: fetched by id, written in bulk, each with its order's version. */
@Component
final class OrderSearchIndex implements OrderDocuments {
    static final String NAME = "ordersearch";

    /** Elasticsearch's answer to a document older than the one it has. */
    private static final int CONFLICT = 409;

    /** Documents of an erased customer that one request brings. */
    private static final int ERASED_AT_ONCE = 500;

    /** Its answer to a document that does not fit the mapping; every other error is not the document's fault. */
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;
    private final OrderSearchSchema schema;
    private final ErasedCustomers erased;

    OrderSearchIndex(ElasticsearchClient client, OrderSearchSchema schema, ErasedCustomers erased) {
        this.client = client;
        this.schema = schema;
        this.erased = erased;
    }

    /** @throws IndexIncomplete if the index was made once and is no longer there */
    @Override
    public void ensure() {
        schema.ensure();
    }

    @Override
    public Map<String, OrderDocument> find(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        MgetResponse<OrderDocument> answer =
                Elastic.call(() -> client.mget(get -> get.index(schema.alias()).ids(ids), OrderDocument.class));
        Map<String, OrderDocument> found = new HashMap<>();
        answer.docs().forEach(document -> {
            if (document.isFailure()) {
                throw unavailable("read", document.failure().error().reason());
            }
            OrderDocument source = document.result().source();
            if (source != null) {
                found.put(document.result().id(), source);
            }
        });
        return found;
    }

    @Override
    public void write(List<OrderDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<BulkOperation> operations = erased.takenOut(documents).stream()
                .map(OrderSearchIndex::operation)
                .toList();
        BulkResponse answer = Elastic.call(
                () -> client.bulk(bulk -> bulk.index(schema.alias()).operations(operations)));
        for (BulkResponseItem item : answer.items()) {
            if (item.error() != null && item.status() == BAD_REQUEST) {
                throw new IllegalStateException(
                        "Elasticsearch refuses the document: " + item.error().reason());
            }
            if (item.error() != null && item.status() != CONFLICT) {
                throw unavailable("write", item.error().reason());
            }
        }
    }

    @Override
    public void erase(Set<String> customers) {
        erased.add(customers);
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.alias())));
        for (String customer : customers) {
            List<OrderDocument> page = named(customer, "");
            while (!page.isEmpty()) {
                write(page.stream()
                        .filter(document -> customer.equals(document.customerId()))
                        .toList());
                page = named(customer, page.getLast().orderId());
            }
        }
    }

    /** Documents with a person in them, the next behind an id; some are of customers whose number only reads alike. */
    private List<OrderDocument> named(String customer, String after) {
        return Elastic.call(() -> client.search(
                        search -> search.index(schema.alias())
                                .size(ERASED_AT_ONCE)
                                .query(query -> query.bool(both -> both.filter(filter -> filter.matchPhrase(phrase ->
                                                phrase.field("customerId").query(customer)))
                                        .filter(filter -> filter.exists(exists -> exists.field("name")))))
                                .sort(sort -> sort.field(
                                        field -> field.field("orderId").order(SortOrder.Asc)))
                                .searchAfter(FieldValue.of(after)),
                        OrderDocument.class))
                .hits()
                .hits()
                .stream()
                .map(hit -> Objects.requireNonNull(hit.source()))
                .toList();
    }

    private static BulkOperation operation(OrderDocument document) {
        return BulkOperation.of(bulk -> bulk.index(write -> write.id(document.orderId())
                .versionType(VersionType.ExternalGte)
                .version(document.version())
                // Or a write to an index that has gone would make one without the mapping.
                .requireAlias(true)
                .document(document)));
    }

    private IndexUnavailable unavailable(String what, @Nullable String reason) {
        schema.forget();
        return new IndexUnavailable("Elasticsearch did not " + what + " a document: " + reason);
    }
}
