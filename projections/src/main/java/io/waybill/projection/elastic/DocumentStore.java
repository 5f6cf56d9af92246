package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches documents by id and writes them in bulk, in one request each. */
final class DocumentStore<D extends Document> {
    /** Elasticsearch's answer where another document is there than was thought. */
    private static final int CONFLICT = 409;

    /** Its answer to a document that does not fit the mapping; every other error is not the document's fault. */
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;
    private final IndexSchema schema;
    private final Class<D> type;

    DocumentStore(ElasticsearchClient client, IndexSchema schema, Class<D> type) {
        this.client = client;
        this.schema = schema;
        this.type = type;
    }

    /** The documents with these ids, as last written, whether or not a search would find them already. */
    Found<D> find(List<String> ids) {
        Map<String, Stored<D>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return new Found<>(found);
        }
        MgetResponse<D> answer =
                Elastic.call(() -> client.mget(get -> get.index(schema.index()).ids(ids), type));
        answer.docs().forEach(document -> {
            if (document.isFailure()) {
                throw unavailable("read", document.failure().error().reason());
            }
            D source = document.result().source();
            if (source != null) {
                found.put(
                        document.result().id(),
                        new Stored<>(
                                source,
                                Objects.requireNonNull(document.result().seqNo()),
                                Objects.requireNonNull(document.result().primaryTerm())));
            }
        });
        return new Found<>(found);
    }

    /**
     * Writes whole documents, each over what was found of it, or where nothing was.
     *
     * @return the ids of those that are others by now, and were not written
     */
    List<String> write(List<D> documents, Found<D> before) {
        if (documents.isEmpty()) {
            return List.of();
        }
        List<BulkOperation> operations = documents.stream()
                .map(document -> operation(document, before.stored().get(document.id())))
                .toList();
        // By an alias only, or a write to an index that has gone would make one without the mapping.
        BulkResponse answer = Elastic.call(() -> client.bulk(
                bulk -> bulk.index(schema.writing()).requireAlias(true).operations(operations)));
        List<String> lost = new ArrayList<>();
        for (BulkResponseItem item : answer.items()) {
            if (item.error() != null && item.status() == CONFLICT) {
                lost.add(Objects.requireNonNull(item.id()));
            } else if (item.error() != null && item.status() == BAD_REQUEST) {
                throw new IllegalStateException(
                        "Elasticsearch refuses the document: " + item.error().reason());
            } else if (item.error() != null) {
                throw unavailable("write", item.error().reason());
            }
        }
        return lost;
    }

    private static <D extends Document> BulkOperation operation(D document, @Nullable Stored<D> over) {
        return over == null
                ? BulkOperation.of(
                        bulk -> bulk.create(write -> write.id(document.id()).document(document)))
                : BulkOperation.of(bulk -> bulk.index(write -> write.id(document.id())
                        .ifSeqNo(over.seqNo())
                        .ifPrimaryTerm(over.primaryTerm())
                        .document(document)));
    }

    private IndexUnavailable unavailable(String what, @Nullable String reason) {
        schema.forget();
        return new IndexUnavailable("Elasticsearch did not " + what + " a document: " + reason);
    }

    /** @param seqNo and {@code primaryTerm}: which write it is of */
    record Stored<D extends Document>(D document, long seqNo, long primaryTerm) {}

    /** What was found, by id. */
    record Found<D extends Document>(Map<String, Stored<D>> stored) {
        /** The document after the change, or null where it has to be as it is. */
        @Nullable
        D changed(Change<D> change) {
            Stored<D> there = stored.get(change.id());
            D before = there == null ? null : there.document();
            D after = change.step().after(before);
            return Objects.equals(before, after) ? null : after;
        }
    }
}
