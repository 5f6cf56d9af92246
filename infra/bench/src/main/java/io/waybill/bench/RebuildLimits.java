package io.waybill.bench;

import io.waybill.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rebuild's writing cannot be faster than: the same rows by {@code COPY} into a table with the same keys and indexes,
 * the same documents by {@code _bulk} into an index with the same mapping, with nothing worked out in between.
 */
final class RebuildLimits implements AutoCloseable {
    /** Documents in a request. */
    private static final int BULK = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final TestDatabase database;
    private final Http elasticsearch;
    private final String prefix;

    /** @param prefix what the names of the views' indexes begin with */
    RebuildLimits(TestDatabase database, String elasticsearch, String prefix) {
        this.database = database;
        this.elasticsearch = new Http(elasticsearch);
        this.prefix = prefix;
    }

    /** The rows of a generation's table, as the server sends them. */
    byte[] rows(String schema, String table) throws SQLException, IOException {
        try (Connection connection = open()) {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + schema + "." + table + " to stdout (format binary)", rows);
            return rows.toByteArray();
        }
    }

    /** Puts these rows into an empty table like the generation's. */
    void copy(String schema, String table, byte[] rows) throws SQLException, IOException {
        String copy = table + "_limit";
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + copy);
            statement.execute("create table " + copy + " (like " + schema + "." + table + " including all)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + copy + " from stdin (format binary)", new ByteArrayInputStream(rows));
        }
    }

    /** The documents that readers of the view see, as bodies of requests. */
    List<String> documents(String view) throws IOException, InterruptedException {
        List<String> requests = new ArrayList<>();
        JsonNode page = JSON.readTree(
                elasticsearch.post("/" + prefix + view + "/_search?scroll=5m&size=" + BULK, "{\"sort\": [\"_doc\"]}"));
        while (!page.at("/hits/hits").isEmpty()) {
            StringBuilder request = new StringBuilder();
            for (JsonNode hit : page.at("/hits/hits")) {
                request.append("{\"create\": {\"_id\": ")
                        .append(hit.get("_id"))
                        .append("}}\n")
                        .append(hit.get("_source"))
                        .append('\n');
            }
            requests.add(request.toString());
            page = JSON.readTree(elasticsearch.post(
                    "/_search/scroll", "{\"scroll\": \"5m\", \"scroll_id\": " + page.get("_scroll_id") + "}"));
        }
        return requests;
    }

    /** Puts these documents into an empty index like the view's, and has them found. */
    void bulk(String view, List<String> requests) throws IOException, InterruptedException {
        String index = "/" + prefix + view + "-limit";
        try (InputStream mapping =
                Objects.requireNonNull(RebuildLimits.class.getResourceAsStream("/search/" + view + ".json"))) {
            elasticsearch.put(index, new String(mapping.readAllBytes(), StandardCharsets.UTF_8));
        }
        for (String request : requests) {
            String answer = elasticsearch.postPatiently(index + "/_bulk?filter_path=errors", request);
            if (!answer.contains("\"errors\":false")) {
                throw new IllegalStateException(answer);
            }
        }
        elasticsearch.post(index + "/_refresh", "");
    }

    /** How many documents were written into what readers of the view see, each as often as it was. */
    long written(String view) throws IOException, InterruptedException {
        JsonNode statistics = JSON.readTree(elasticsearch.get("/" + prefix + view + "/_stats/indexing"));
        return statistics.at("/_all/primaries/indexing/index_total").asLong();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    @Override
    public void close() {
        elasticsearch.close();
    }
}
