package io.waybill.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.parameter.KeysetQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL would go about a list's query. */
public final class Plans {
    private static final int LIMIT = 50;

    private Plans() {}

    /** That a page is read off an index: no table is read as a whole, nothing is sorted, no page before is read once more. */
    public static void assertReadsOffAnIndex(JdbcClient jdbc, String what, KeysetQuery query) {
        String json = jdbc.sql("explain (format json) " + query.sql())
                .params(query.values(LIMIT))
                .query(String.class)
                .single();
        List<String> nodes = new ArrayList<>();
        collect(JsonMapper.shared().readTree(json).get(0).get("Plan"), nodes);
        assertThat(nodes)
                .as("%s: %s%n%s", what, query.sql(), json)
                .containsAnyOf("Index Scan", "Index Only Scan")
                .isSubsetOf("Limit", "Index Scan", "Index Only Scan");
    }

    /** How many buffers of the cache are touched to answer it. */
    public static long buffers(JdbcClient jdbc, KeysetQuery query) {
        String json = jdbc.sql("explain (analyze, buffers, format json) " + query.sql())
                .params(query.values(LIMIT))
                .query(String.class)
                .single();
        JsonNode plan = JsonMapper.shared().readTree(json).get(0).get("Plan");
        return plan.get("Shared Hit Blocks").asLong()
                + plan.get("Shared Read Blocks").asLong();
    }

    /** A UUID in the middle of all. */
    public static UUID middle() {
        return new UUID(0x7fff_ffff_ffff_ffffL, 0x8000_0000_0000_0000L);
    }

    private static void collect(JsonNode node, List<String> types) {
        types.add(node.get("Node Type").asString());
        node.path("Plans").forEach(child -> collect(child, types));
    }
}
