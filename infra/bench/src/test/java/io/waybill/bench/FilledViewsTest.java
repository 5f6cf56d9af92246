package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** That what is generated is as the real writers write it. */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class FilledViewsTest {
    private static final int ORDERS = 3 * Prototypes.COUNT;
    private static final List<String> OWN = List.of("reference", "customerId", "orderedAt", "placedAt", "updatedAt");
    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID PROTOTYPE = Prototypes.orderId(0);

    private static FilledViews views;
    private static ConfigurableApplicationContext service;
    private static Http querySide;

    @BeforeAll
    static void fill() throws Exception {
        views = new FilledViews();
        views.fill(ORDERS);
        service = views.querySide();
        querySide = new Http("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void end() {
        querySide.close();
        service.close();
        views.close();
    }

    @Test
    void there_are_as_many_orders_as_were_asked_for() throws Exception {
        assertThat(count("select count(*) from ordersummary")).isEqualTo(ORDERS);
        assertThat(count("select count(*) from fulfilment where kind = 'order'"))
                .isEqualTo(ORDERS);
        assertThat(count("select count(*) from audit where name = 'OrderPlaced'"))
                .as("the prototypes' histories, and those of one copy in ten")
                .isEqualTo(Prototypes.COUNT + (ORDERS - Prototypes.COUNT) / 10);
        JsonNode counted = JSON.readTree(views.elasticsearch().get("/" + views.index() + "/_count"));
        assertThat(counted.path("count").asInt()).isEqualTo(ORDERS);
    }

    @Test
    void a_copy_is_answered_as_its_prototype_but_for_what_is_its_own() throws Exception {
        UUID copy = copy();

        assertThat(answer("/api/v1/orders/" + copy, copy)).isEqualTo(answer("/api/v1/orders/" + PROTOTYPE, PROTOTYPE));
    }

    @Test
    void a_copy_has_its_prototypes_history() throws Exception {
        UUID copy = copy();

        JsonNode then = answer("/api/v1/audit/order/" + copy + "/as-of?version=4", copy);
        assertThat(then.path("state"))
                .isEqualTo(answer("/api/v1/audit/order/" + PROTOTYPE + "/as-of?version=4", PROTOTYPE)
                        .path("state"));
        assertThat(then.path("state").path("status").asString("")).isEqualTo("CLOSED");
    }

    @Test
    void all_indexes_of_the_migrations_are_there() {
        List<String> indexes = views.fold()
                .jdbc()
                .sql("select indexname from pg_indexes where tablename in ('ordersummary', 'fulfilment', 'audit')")
                .query(String.class)
                .list();
        assertThat(indexes)
                .contains("ordersummary_newest", "ordersummary_of_country", "fulfilment_by_id", "audit_by_words");
    }

    @Test
    void the_long_history_has_two_thousand_versions() throws Exception {
        JsonNode then = JSON.readTree(querySide.get(
                "/api/v1/audit/stock/" + LongHistory.STOCK + "/as-of?version=" + (LongHistory.VERSIONS - 1)));
        assertThat(then.path("version").asInt()).isEqualTo(1_999);
        assertThat(then.path("state").path("reservations").size()).isPositive();
    }

    @Test
    void a_generated_document_has_the_fields_of_a_written_one() throws Exception {
        JsonNode written = JSON.readTree(views.elasticsearch().get("/" + views.index() + "/_doc/" + PROTOTYPE))
                .path("_source");
        Map<String, Object> generated =
                new SearchDocuments(views.shop(), views.elasticsearch(), views.index()).document(0, ORDERS);

        assertThat(fields(JSON.valueToTree(generated))).isEqualTo(fields(written));
    }

    private static UUID copy() {
        return views.fold().jdbc().sql("""
                select copy.order_id from ordersummary copy join ordersummary prototype on copy.lines = prototype.lines
                 where prototype.order_id = ? and copy.order_id <> prototype.order_id
                   and exists (select from audit where entity_id = copy.order_id::text)
                 limit 1
                """).param(PROTOTYPE).query(UUID.class).single();
    }

    private static int count(String sql) {
        return views.fold().jdbc().sql(sql).query(Integer.class).single();
    }

    /** What is answered, with the prototype's ids, and without what differs. */
    private static ObjectNode answer(String path, UUID id) throws Exception {
        String text =
                querySide.get(path).replace(id.toString().substring(0, Prototypes.MARK.length()), Prototypes.MARK);
        ObjectNode answer = (ObjectNode) JSON.readTree(text);
        OWN.forEach(answer::remove);
        return answer;
    }

    /** The names of fields, to any depth, and of what kind their values are. */
    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new TreeMap<>();
        collect("", node, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        fields.put(path, node.getNodeType().name());
        node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), fields));
        node.forEach(element -> {
            if (node.isArray()) {
                collect(path + "/*", element, fields);
            }
        });
    }
}
