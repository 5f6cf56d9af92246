package io.waybill.projection.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.projection.Fold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a view shows its readers, a line of JSON for each row or document, in an order and a spelling that depend on
 * nothing else: not on the columns' order, not on the time zone.
 */
record HeldRows(List<String> lines) {
    private static final int MOST_DOCUMENTS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    HeldRows {
        lines = lines.stream().sorted().toList();
    }

    static HeldRows ofTable(Fold fold, String table) {
        List<String> rows = new ArrayList<>();
        fold.inTransaction(() -> {
            fold.jdbc().sql("set local timezone = 'UTC'").update();
            rows.addAll(fold.jdbc()
                    .sql("select to_jsonb(v)::text from " + table + " v")
                    .query(String.class)
                    .list());
        });
        return new HeldRows(rows);
    }

    /** @param index its address */
    static HeldRows ofIndex(String index) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(index + "/_refresh"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            String answer = http.send(
                            HttpRequest.newBuilder(URI.create(index + "/_search?size=" + MOST_DOCUMENTS))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            List<String> documents = new ArrayList<>();
            for (JsonNode hit : JSON.readTree(answer).at("/hits/hits")) {
                documents.add(JSON.writeValueAsString(JSON.treeToValue(hit.get("_source"), Object.class)));
            }
            return new HeldRows(documents);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Sum sum() {
        try {
            byte[] text = String.join("\n", lines).getBytes(UTF_8);
            return new Sum(
                    lines.size(),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** @param sha256 of all lines */
    record Sum(int rows, String sha256) {}
}
