package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes and unmakes the index behind a view's alias, and notices when somebody else has unmade it. */
final class IndexSchema {
    private final ElasticsearchClient client;
    private final JdbcClient jdbc;
    private final String view;
    private final String alias;
    private final String index;
    private volatile boolean known;

    IndexSchema(ElasticsearchClient client, JdbcClient jdbc, String view, String alias) {
        this.client = client;
        this.jdbc = jdbc;
        this.view = view;
        this.alias = alias;
        this.index = alias + "-1";
    }

    /** What the index is read and written by. */
    String alias() {
        return alias;
    }

    /**
     * Makes the index when it is needed for the first time.
     *
     * @throws IndexIncomplete if it was made once and is no longer there
     */
    void ensure() {
        if (known) {
            return;
        }
        // In this order: who comes second waits here until the first has made the index.
        boolean first = jdbc.sql("insert into search_index (name) values (?) on conflict do nothing")
                        .param(view)
                        .update()
                == 1;
        if (first) {
            // What is there is of an installation that has gone, or of a release whose documents were others.
            renew();
        } else if (!isThere()) {
            throw new IndexIncomplete("the index was lost", view);
        }
        known = true;
    }

    /** Something is wrong with the index: the next batch looks again. */
    void forget() {
        known = false;
    }

    /** Leaves an empty index, whatever was there. */
    void renew() {
        Elastic.call(() -> client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
        String definition = "/search/" + view + ".json";
        try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream(definition), definition)) {
            Elastic.call(() -> client.indices()
                    .create(create -> create.withJson(content).index(index).aliases(alias, plain -> plain)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isThere() {
        return Elastic.call(() -> client.indices().existsAlias(exists -> exists.name(alias)))
                .value();
    }
}
