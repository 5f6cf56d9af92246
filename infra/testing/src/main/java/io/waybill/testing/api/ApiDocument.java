package io.waybill.testing.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI 3.1 document, as far as the tests look into it. */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String REFERENCE = "#/";

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Reads a document. */
    public static ApiDocument of(String json) {
        return new ApiDocument(JsonMapper.shared().readTree(json));
    }

    /**
     * One operation.
     *
     * @param body the schema of its body; null if it takes none
     * @param example of the body; null if there is none
     */
    public record Endpoint(
            String method,
            String path,
            List<Parameter> parameters,
            @Nullable JsonNode body,
            @Nullable JsonNode example,
            boolean bodyRequired) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A parameter of the path, the query or a header; {@code in} says of which. */
    public record Parameter(
            String name,
            String in,
            boolean required,
            JsonNode schema,
            @Nullable JsonNode example) {}

    /** The names of all operations: method and path. */
    public Set<String> operations() {
        return endpoints().stream().map(Endpoint::toString).collect(Collectors.toSet());
    }

    /** All operations. */
    public List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                endpoints.add(endpoint(operation.getKey(), path.getKey(), operation.getValue()))));
        return endpoints;
    }

    /** The schema itself, where one refers to another. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.startsWith(REFERENCE) ? root.at(reference.substring(1)) : schema;
    }

    private Endpoint endpoint(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(each -> parameters.add(new Parameter(
                        each.path("name").asString(),
                        each.path("in").asString(),
                        each.path("required").asBoolean(false),
                        resolved(each.path("schema")),
                        each.get("example"))));
        JsonNode media = operation.path("requestBody").path("content").path("application/json");
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                media.get("schema"),
                media.get("example"),
                operation.path("requestBody").path("required").asBoolean(false));
    }
}
