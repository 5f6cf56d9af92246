package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.waybill.projection.view.Shadow;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A generation's documents as they were stored, cut to some of their fields: another release may have written them. */
final class RawDocuments {
    /** Documents that one request brings. */
    private static final int PAGE = 1_000;

    /** In so many all are read at once: Elasticsearch looks for each page with one processor. */
    private static final int PARTS = 2;

    /** For how long Elasticsearch keeps what is being read, from one page to the next. */
    private static final Time KEPT = Time.of(time -> time.time("1m"));

    private final ElasticsearchClient client;
    private final IndexSchema schema;
    private final List<String> fields;

    RawDocuments(ElasticsearchClient client, IndexSchema schema, List<String> fields) {
        this.client = client;
        this.schema = schema;
        this.fields = fields;
    }

    /** Hands out the id and hash of each, as of one moment. */
    void readAll(Shadow.Rows rows) {
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(schema.index())));
        String moment = Elastic.call(() -> client.openPointInTime(
                        open -> open.index(schema.index()).keepAlive(KEPT)))
                .id();
        Queue<CompletableFuture<Page>> asked = new ArrayDeque<>();
        for (int part = 0; part < PARTS; part++) {
            asked.add(ask(new Page(part, moment, List.of())));
        }
        while (!asked.isEmpty()) {
            Page page = arrived(asked.remove());
            if (!page.hits().isEmpty()) {
                moment = page.moment();
                // While these are taken, Elasticsearch looks for the next.
                asked.add(ask(page));
                page.hits().forEach(hit -> add(hit.id(), hit.source(), rows));
            }
        }
        // One that is left open because something failed ends by itself.
        String last = moment;
        Elastic.call(() -> client.closePointInTime(close -> close.id(last)));
    }

    /** The same of those with these ids, as last written. */
    void read(List<String> ids, Shadow.Rows rows) {
        Elastic.call(() -> client.mget(get -> get.index(schema.index()).ids(ids), FieldHashes.class))
                .docs()
                .forEach(document -> {
                    if (document.isFailure()) {
                        throw new IndexUnavailable("Elasticsearch did not read a document: "
                                + document.failure().error().reason());
                    }
                    add(document.result().id(), document.result().source(), rows);
                });
    }

    private void add(@Nullable String id, @Nullable FieldHashes document, Shadow.Rows rows) {
        if (id != null && document != null) {
            rows.add(id, document.of(fields));
        }
    }

    private CompletableFuture<Page> ask(Page before) {
        return CompletableFuture.supplyAsync(() -> after(before), Thread::startVirtualThread);
    }

    // In the order in which they lie there, uncounted: that costs Elasticsearch the least.
    private Page after(Page before) {
        SearchResponse<FieldHashes> answer = Elastic.call(() -> client.search(
                search -> {
                    search.pit(pit -> pit.id(before.moment()).keepAlive(KEPT))
                            .slice(slice ->
                                    slice.id(String.valueOf(before.part())).max(PARTS))
                            .size(PAGE)
                            .trackTotalHits(count -> count.enabled(false))
                            .sort(sort -> sort.field(by -> by.field("_shard_doc")));
                    return before.hits().isEmpty()
                            ? search
                            : search.searchAfter(before.hits().getLast().sort());
                },
                FieldHashes.class));
        return new Page(
                before.part(),
                Objects.requireNonNullElse(answer.pitId(), before.moment()),
                answer.hits().hits());
    }

    private static <T> T arrived(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /**
     * Some of a part's.
     *
     * @param moment by which the next page is asked for: Elasticsearch may give it another name with each
     */
    private record Page(int part, String moment, List<Hit<FieldHashes>> hits) {}
}
