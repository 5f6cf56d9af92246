package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one generation of a view. Several may write at once, and a document may be made of several aggregates: so each is
 * written only over the very one that was read, and whoever comes second reads again.
 *
 * @see <a href="https://www.elastic.co/guide/en/elasticsearch/reference/8.19/optimistic-concurrency-control.html">Optimistic
 *     concurrency control</a>
 */
public final class DocumentIndex<D extends Document> implements Documents<D> {
    /** How often a document is written that others write at the same time. */
    private static final int ATTEMPTS = 5;

    /** Documents that one request brings. */
    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final IndexSchema schema;
    private final DocumentKind<D> kind;
    private final UnaryOperator<List<D>> lastLook;
    private final DocumentStore<D> store;

    DocumentIndex(
            ElasticsearchClient client, IndexSchema schema, DocumentKind<D> kind, UnaryOperator<List<D>> lastLook) {
        this.client = client;
        this.schema = schema;
        this.kind = kind;
        this.lastLook = lastLook;
        this.store = new DocumentStore<>(client, schema, kind.type());
    }

    /** @throws IndexIncomplete if the index is no longer there */
    @Override
    public void ensure() {
        schema.ensure();
    }

    @Override
    public void change(List<Change<D>> changes) {
        List<Change<D>> left = attempt(changes, false);
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IndexUnavailable("others write " + left.getFirst().id() + " all the time");
            }
            left = attempt(left, true);
        }
    }

    @Override
    public void holding(String field, String value, Consumer<List<String>> ids) {
        refresh();
        List<Hit<D>> page = page(field, value, List.of());
        while (!page.isEmpty()) {
            ids.accept(page.stream().map(hit -> String.valueOf(hit.id())).toList());
            page = page(field, value, page.getLast().sort());
        }
    }

    IndexSchema schema() {
        return schema;
    }

    /** Hands out every document. */
    void forEach(Consumer<D> documents) {
        if (!schema.isThere()) {
            return;
        }
        refresh();
        List<Hit<D>> page = page(null, null, List.of());
        while (!page.isEmpty()) {
            page.forEach(hit -> documents.accept(Objects.requireNonNull(hit.source())));
            page = page(null, null, page.getLast().sort());
        }
    }

    /** @return what somebody else has written in between */
    private List<Change<D>> attempt(List<Change<D>> changes, boolean readAll) {
        DocumentStore.Found<D> before = store.find(changes.stream()
                .filter(change -> readAll || !change.begins())
                .map(Change::id)
                .toList());
        List<D> after = new ArrayList<>();
        for (Change<D> change : changes) {
            D document = before.changed(change);
            if (document != null) {
                after.add(document);
            }
        }
        List<String> lost = store.write(lastLook.apply(after), before);
        return changes.stream().filter(change -> lost.contains(change.id())).toList();
    }

    private void refresh() {
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.index())));
    }

    private List<Hit<D>> page(@Nullable String field, @Nullable String value, List<FieldValue> after) {
        return Elastic.call(() -> client.search(
                        search -> {
                            search.index(schema.index())
                                    .size(PAGE)
                                    .sort(sort -> sort.field(
                                            by -> by.field(kind.idField()).order(SortOrder.Asc)));
                            if (field != null && value != null) {
                                search.query(query ->
                                        query.term(term -> term.field(field).value(value)));
                            }
                            return after.isEmpty() ? search : search.searchAfter(after);
                        },
                        kind.type()))
                .hits()
                .hits();
    }
}
