package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import io.waybill.projection.view.Fingerprint;
import io.waybill.projection.view.Repair;
import io.waybill.projection.view.RowSum;
import io.waybill.projection.view.Shadow;
import io.waybill.projection.view.Sheet;
import io.waybill.projection.view.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A read model that is one index for each generation, and an alias that leads readers to the one that serves. */
public final class IndexView<D extends Document> implements View {
    private final ElasticsearchClient client;
    private final JdbcClient jdbc;
    private final String alias;
    private final IndexDefinition<D> definition;
    private final Map<Integer, DocumentIndex<D>> indexes = new ConcurrentHashMap<>();
    private final Map<Integer, Object> writers = new ConcurrentHashMap<>();

    IndexView(ElasticsearchClient client, JdbcClient jdbc, String alias, IndexDefinition<D> definition) {
        this.client = client;
        this.jdbc = jdbc;
        this.alias = alias;
        this.definition = definition;
    }

    @Override
    public String name() {
        return definition.documents().view();
    }

    @Override
    public Set<String> aggregateTypes() {
        return definition.aggregateTypes();
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> sequencing() {
        return definition.sequencing();
    }

    /** The documents of one generation. */
    public DocumentIndex<D> documents(int generation) {
        return indexes.computeIfAbsent(
                generation,
                number -> new DocumentIndex<>(
                        client,
                        new IndexSchema(client, name(), alias, number),
                        definition.documents(),
                        definition.lastLook()));
    }

    @Override
    public Optional<Object> writer(int generation) {
        return Optional.of(writers.computeIfAbsent(
                generation, number -> definition.writer().apply(documents(number))));
    }

    @Override
    public void make(int generation) {
        documents(generation).schema().make();
    }

    @Override
    public void serve(int generation) {
        documents(generation).schema().serve();
    }

    @Override
    public void drop(int generation) {
        documents(generation).schema().drop();
        writers.remove(generation);
        indexes.remove(generation);
    }

    /** Takes part in no transaction: if the caller's fails, the index stays empty, and this has to be repeated. */
    @Override
    public void empty(int generation) {
        documents(generation).schema().empty();
    }

    @Override
    public Shadow shadow(int generation, Object live) {
        return new DocumentCopy<>(documents(generation), definition.documents().type(), jdbc, definition.copyWriter());
    }

    @Override
    public Repair repair() {
        String madeOf = definition.documents().madeOf();
        return madeOf == null
                ? new Repair.Impossible("Each of its documents is made of several aggregates.")
                : new Repair.Possible(
                        Set.of(madeOf),
                        (generation, writer, type, id) ->
                                new DocumentRepair<>(documents(generation), definition.copyWriter()));
    }

    @Override
    public Fingerprint fingerprint(int generation) {
        RowSum rows = new RowSum();
        documents(generation).forEach(document -> rows.add(document.id(), DocumentHash.of(document)));
        return rows.fingerprint();
    }

    @Override
    public List<String> common(int one, int other) {
        Map<String, Property> before = documents(one).schema().fields();
        Map<String, Property> common = new TreeMap<>(documents(other).schema().fields());
        common.entrySet().removeIf(field -> !isSame(before.get(field.getKey()), field.getValue()));
        return List.copyOf(common.keySet());
    }

    private static boolean isSame(@Nullable Property before, Property now) {
        return before != null && before._kind().equals(now._kind());
    }

    @Override
    public void copy(int generation, List<String> columns, Sheet sheet) {
        RawDocuments documents = new RawDocuments(client, documents(generation).schema(), columns);
        if (sheet.wanted().isEmpty()) {
            documents.readAll(sheet);
        } else {
            sheet.forEachWanted(ids -> documents.read(ids, sheet));
        }
    }

    @Override
    public Optional<String> trouble() {
        try {
            Elastic.call(() -> client.indices().existsAlias(exists -> exists.name(alias)));
            return Optional.empty();
        } catch (RuntimeException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        }
    }
}
