package io.waybill.projection.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes and unmakes the index of one generation, lets readers see it behind the view's alias, and notices when somebody else
 * has unmade it.
 */
final class IndexSchema {
    private final ElasticsearchClient client;
    private final String view;
    private final String alias;
    private final String index;
    private volatile boolean known;

    /** @param alias what readers know */
    IndexSchema(ElasticsearchClient client, String view, String alias, int generation) {
        this.client = client;
        this.view = view;
        this.alias = alias;
        this.index = alias + "-" + generation;
    }

    /** What the generation is read by. */
    String index() {
        return index;
    }

    /** What it is written by: there is one only while the index is there, and it never leads to another. */
    String writing() {
        return index + "-writing";
    }

    /** @throws IndexIncomplete if the index is no longer there */
    void ensure() {
        if (known) {
            return;
        }
        if (!isThere()) {
            throw new IndexIncomplete("the index " + index + " was lost", view);
        }
        known = true;
    }

    /** Something is wrong with the index: the next batch looks again. */
    void forget() {
        known = false;
    }

    /** Leaves an empty index, whatever was there; readers see it if they saw the one before, or nothing at all. */
    void empty() {
        Set<String> seen = served();
        create(seen.isEmpty() || seen.contains(index));
    }

    /** Leaves an empty index that nobody sees, whatever was there. */
    void make() {
        create(false);
    }

    private void create(boolean served) {
        drop();
        String definition = "/search/" + view + ".json";
        try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream(definition), definition)) {
            Elastic.call(() -> client.indices().create(create -> {
                create.withJson(content).index(index).aliases(writing(), plain -> plain);
                return served ? create.aliases(alias, plain -> plain) : create;
            }));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lets readers see all that was written so far, here and nowhere else, by one request. Does nothing the second time. */
    void serve() {
        Set<String> before = served();
        if (before.equals(Set.of(index))) {
            return;
        }
        Elastic.call(() -> client.indices().refresh(refresh -> refresh.index(index)));
        UpdateAliasesRequest.Builder change = new UpdateAliasesRequest.Builder();
        before.stream()
                .filter(other -> !other.equals(index))
                .forEach(other -> change.actions(
                        action -> action.remove(gone -> gone.index(other).alias(alias))));
        change.actions(action -> action.add(added -> added.index(index).alias(alias)));
        Elastic.call(() -> client.indices().updateAliases(change.build()));
    }

    void drop() {
        known = false;
        Elastic.call(() -> client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
    }

    boolean isThere() {
        return Elastic.call(() -> client.indices().existsAlias(exists -> exists.name(writing())))
                .value();
    }

    /** The fields of its documents, with what they are. */
    Map<String, Property> fields() {
        return Objects.requireNonNull(Elastic.call(() -> client.indices().getMapping(get -> get.index(index)))
                        .get(index))
                .mappings()
                .properties();
    }

    /** The indexes that readers see; one unless somebody meddles. */
    private Set<String> served() {
        if (!Elastic.call(() -> client.indices().existsAlias(exists -> exists.name(alias)))
                .value()) {
            return Set.of();
        }
        return Elastic.call(() -> client.indices().getAlias(get -> get.name(alias)))
                .result()
                .keySet();
    }
}
