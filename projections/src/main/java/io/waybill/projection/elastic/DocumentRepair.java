package io.waybill.projection.elastic;

import io.waybill.projection.view.Repair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The documents of one aggregate, made in memory and then put in the place of those that are there in one step each:
 * Elasticsearch takes part in no transaction, so nothing is taken out before. Used by one thread.
 */
final class DocumentRepair<D extends Document> implements Documents<D>, Repair.Making {
    private final Documents<D> index;
    private final Object writer;
    private final Map<String, D> made = new HashMap<>();

    DocumentRepair(Documents<D> index, Function<Documents<D>, Object> writer) {
        this.index = index;
        this.writer = writer.apply(this);
    }

    @Override
    public Object writer() {
        return writer;
    }

    @Override
    public void end() {
        index.ensure();
        index.change(made.values().stream()
                .map(document -> new Change<D>(document.id(), false, before -> document))
                .toList());
    }

    @Override
    public void ensure() {
        // There is nothing to be made.
    }

    @Override
    public void change(List<Change<D>> changes) {
        changes.forEach(change -> {
            D after = change.step().after(made.get(change.id()));
            if (after != null) {
                made.put(change.id(), after);
            }
        });
    }

    @Override
    public void holding(String field, String value, Consumer<List<String>> ids) {
        throw new UnsupportedOperationException("documents of one aggregate each are not looked for by " + field);
    }
}
