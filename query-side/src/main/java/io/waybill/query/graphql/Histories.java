package io.waybill.query.graphql;

import io.waybill.query.audit.AuditPage.Entry;
import io.waybill.query.audit.AuditReader;
import io.waybill.query.audit.AuditReader.Stretch;
import io.waybill.query.parameter.Parameters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to orders, from the audit. */
@Controller
class Histories {
    static final int MOST = 100;
    private static final long BEGINNING = -1;

    private final JsonMapper json;

    Histories(AuditReader audit, BatchLoaderRegistry loaders, JsonMapper json) {
        this.json = json;
        loaders.forTypePair(Key.class, History.class)
                .registerMappedBatchLoader(
                        (keys, environment) -> Mono.fromCallable(() -> read(audit, List.copyOf(keys))));
    }

    /** @param version of the order when it was read: who follows an order is not told an old history again */
    record Key(Stretch stretch, long version) {}

    record History(List<Entry> events) {}

    @SchemaMapping(typeName = "Order", field = "history")
    CompletableFuture<List<Entry>> history(
            OrderNode order,
            @Argument int first,
            @Argument @Nullable Integer after,
            DataLoader<Key, History> histories) {
        if (after != null && after < 0) {
            throw Parameters.invalid("after", "must be a version, of which 0 is the first");
        }
        Stretch stretch = new Stretch(
                order.orderId().toString(), after == null ? BEGINNING : after, Arguments.count("first", first, MOST));
        return histories.load(new Key(stretch, order.version())).thenApply(History::events);
    }

    @SchemaMapping(typeName = "Event", field = "payload")
    JsonNode payload(Entry event) {
        return json.readTree(event.payload());
    }

    private static Map<Key, History> read(AuditReader audit, List<Key> keys) {
        List<Stretch> stretches = keys.stream().map(Key::stretch).distinct().toList();
        Map<Stretch, List<Entry>> found = audit.ofOrders(stretches);
        return keys.stream()
                .collect(
                        Collectors.toMap(key -> key, key -> new History(found.getOrDefault(key.stretch(), List.of()))));
    }
}
