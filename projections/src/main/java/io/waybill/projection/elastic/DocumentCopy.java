package io.waybill.projection.elastic;

import io.waybill.projection.view.Shadow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents as they should be, in a temporary table. What the index may hold beyond its position is kept state by
 * state, because any of them may be the one that it has.
 */
final class DocumentCopy<D extends Document> implements Shadow, Documents<D> {
    private static final JsonMapper JSON = new JsonMapper();

    private final DocumentIndex<D> index;
    private final Class<D> type;
    private final JdbcClient jdbc;
    private final Object writer;
    private boolean settled = true;

    DocumentCopy(DocumentIndex<D> index, Class<D> type, JdbcClient jdbc, Function<Documents<D>, Object> writer) {
        this.index = index;
        this.type = type;
        this.jdbc = jdbc;
        this.writer = writer.apply(this);
    }

    @Override
    public void create() {
        jdbc.sql("""
                        create temporary table document_copy (id text, hash bigint, document text, settled boolean,
                                                              written bigint generated always as identity,
                                                              primary key (id, hash))
                        """).update();
    }

    @Override
    public Object writer() {
        return writer;
    }

    @Override
    public void readView(Rows rows) {
        index.forEach(document -> rows.add(document.id(), DocumentHash.of(document)));
    }

    @Override
    public boolean mayRunAhead() {
        return true;
    }

    @Override
    public void nowAhead() {
        settled = false;
    }

    @Override
    public String contents() {
        return """
                (select distinct on (id) id as key, hash, settled from document_copy
                  where settled order by id, written desc)
                union all
                select id, hash, settled from document_copy where not settled""";
    }

    @Override
    public void ensure() {
        // create() has made the table.
    }

    @Override
    public void change(List<Change<D>> changes) {
        Map<String, D> before = find(changes.stream().map(Change::id).toList());
        changes.forEach(change -> {
            D old = before.get(change.id());
            D document = change.step().after(old);
            if (document != null && !Objects.equals(old, document)) {
                write(document);
            }
        });
    }

    @Override
    public void holding(String field, String value, Consumer<List<String>> ids) {
        ids.accept(jdbc.sql("select distinct id from document_copy where document::json ->> ? = ?")
                .params(field, value)
                .query(String.class)
                .list());
    }

    private Map<String, D> find(List<String> ids) {
        Map<String, D> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, document from document_copy where id in (:ids) order by written")
                    .param("ids", ids)
                    .query(row -> {
                        found.put(row.getString(1), JSON.readValue(row.getString(2), type));
                    });
        }
        return found;
    }

    private void write(D document) {
        jdbc.sql("insert into document_copy (id, hash, document, settled) values (?, ?, ?, ?) on conflict do nothing")
                .params(document.id(), DocumentHash.of(document), JSON.writeValueAsString(document), settled)
                .update();
    }
}
