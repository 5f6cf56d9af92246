package io.waybill.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MergedDocumentTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, JsonNode> parts = new LinkedHashMap<>();

    @Test
    void a_path_of_two_services_stands_once_with_the_methods_of_both() {
        part("command-side", "/orders/{orderId}", "patch", "Line", "object");
        part("query-side", "/orders/{id}", "get", "Item", "object");

        JsonNode paths = merged().path("paths");

        assertThat(paths.propertyNames()).containsExactly("/orders/{orderId}");
        assertThat(paths.path("/orders/{orderId}").propertyNames()).containsExactly("patch", "get");
        assertThat(paths.at("/~1orders~1{orderId}/get/parameters/0/name").asString())
                .isEqualTo("orderId");
    }

    @Test
    void a_schema_that_means_something_else_elsewhere_gets_the_services_name() {
        part("command-side", "/orders", "post", "Line", "object");
        part("query-side", "/lines", "get", "Line", "string");

        JsonNode document = merged();

        assertThat(document.at("/components/schemas").propertyNames()).containsExactly("Line", "QuerySideLine");
        assertThat(document.at("/paths/~1lines/get/schema/$ref").asString())
                .isEqualTo("#/components/schemas/QuerySideLine");
        assertThat(document.at("/paths/~1orders/post/schema/$ref").asString()).isEqualTo("#/components/schemas/Line");
    }

    @Test
    void a_schema_that_is_the_same_stands_once() {
        part("command-side", "/orders", "post", "Problem", "object");
        part("query-side", "/lines", "get", "Problem", "object");

        assertThat(merged().at("/components/schemas").propertyNames()).containsExactly("Problem");
    }

    private JsonNode merged() {
        return MergedDocument.of(parts, JSON.createObjectNode());
    }

    private void part(String service, String path, String method, String schema, String type) {
        String variable = path.contains("{") ? path.substring(path.indexOf('{') + 1, path.indexOf('}')) : "none";
        parts.put(service, JSON.readTree("""
                {"paths":{"%s":{"%s":{"parameters":[{"in":"path","name":"%s"}],
                "schema":{"$ref":"#/components/schemas/%s"}}}},
                "components":{"schemas":{"%s":{"type":"%s"}}}}
                """.formatted(path, method, variable, schema, schema, type)));
    }
}
