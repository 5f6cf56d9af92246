package io.waybill.projection.ordersearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes and unmakes the index behind the alias, and notices when somebody else has unmade it. */
@Component
final class OrderSearchSchema {
    private static final String DEFINITION = "/search/ordersearch.json";

    private final ElasticsearchClient client;
    private final JdbcClient jdbc;
    private final String alias;
    private final String index;
    private volatile boolean known;

    OrderSearchSchema(ElasticsearchClient client, JdbcClient jdbc, ElasticsearchSettings settings) {
        this.client = client;
        this.jdbc = jdbc;
        this.alias = settings.orders();
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
        boolean first = jdbc.sql("insert into ordersearch_index default values on conflict do nothing")
                        .update()
                == 1;
        boolean there = isThere();
        if (!there && !first) {
            throw new IndexIncomplete("the index was lost");
        }
        if (!there) {
            make();
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
        make();
    }

    boolean isThere() {
        return Elastic.call(() -> client.indices().existsAlias(exists -> exists.name(alias)))
                .value();
    }

    private void make() {
        try (InputStream definition = Objects.requireNonNull(getClass().getResourceAsStream(DEFINITION), DEFINITION)) {
            Elastic.call(() -> client.indices()
                    .create(create -> create.withJson(definition).index(index).aliases(alias, plain -> plain)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
