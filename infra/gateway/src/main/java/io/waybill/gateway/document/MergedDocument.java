package io.waybill.gateway.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One OpenAPI document of several. A path that several services serve, each with methods of its own, stands once; a schema
 * that means something else in another service gets that one's name before its own.
 */
final class MergedDocument {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, ObjectNode> paths = new TreeMap<>();
    /** Each path as it was first written, by what is left when its variables have no names. */
    private final Map<String, String> written = new HashMap<>();

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    /** @param parts the documents by service, in the order in which their names for things are kept */
    static ObjectNode of(Map<String, JsonNode> parts, ObjectNode info) {
        MergedDocument merged = new MergedDocument();
        parts.forEach(merged::add);
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode document = json.objectNode().put("openapi", "3.1.0");
        document.set("info", info);
        document.set("servers", json.arrayNode().add(json.objectNode().put("url", "/")));
        document.putObject("paths").setAll(merged.paths);
        document.putObject("components").putObject("schemas").setAll(merged.schemas);
        return document;
    }

    private void add(String service, JsonNode part) {
        Map<String, String> names = names(service, part.path("components").path("schemas"));
        part.path("components")
                .path("schemas")
                .properties()
                .forEach(each -> schemas.putIfAbsent(
                        names.getOrDefault(each.getKey(), each.getKey()), renamed(each.getValue(), names)));
        part.path("paths")
                .properties()
                .forEach(each -> path(each.getKey(), (ObjectNode) renamed(each.getValue(), names)));
    }

    private Map<String, String> names(String service, JsonNode own) {
        Map<String, String> names = new HashMap<>();
        own.properties().forEach(each -> {
            JsonNode other = schemas.get(each.getKey());
            if (other != null && !other.equals(each.getValue())) {
                names.put(each.getKey(), camel(service) + each.getKey());
            }
        });
        return names;
    }

    private void path(String path, ObjectNode item) {
        String kept = written.computeIfAbsent(path.replaceAll("\\{[^}]*}", "{}"), _ -> path);
        ObjectNode there = paths.putIfAbsent(kept, item);
        if (there != null) {
            rename(path.split("/", -1), kept.split("/", -1), item);
            item.properties().forEach(operation -> there.putIfAbsent(operation.getKey(), operation.getValue()));
        }
    }

    /** Two paths that differ in nothing but their variables' names are one, and may stand there only once. */
    private static void rename(String[] from, String[] to, JsonNode item) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < from.length; i++) {
            names.put(from[i].replaceAll("[{}]", ""), to[i].replaceAll("[{}]", ""));
        }
        item.properties()
                .forEach(operation -> operation.getValue().path("parameters").forEach(parameter -> {
                    if (parameter.path("in").asString("").equals("path") && parameter instanceof ObjectNode object) {
                        object.put(
                                "name", names.getOrDefault(object.path("name").asString(), "?"));
                    }
                }));
    }

    private static JsonNode renamed(JsonNode node, Map<String, String> names) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties()
                        .forEach(field -> copy.set(
                                field.getKey(),
                                field.getKey().equals("$ref") && field.getValue() instanceof StringNode reference
                                        ? StringNode.valueOf(target(reference.stringValue(), names))
                                        : renamed(field.getValue(), names)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> copy.add(renamed(each, names)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String target(String reference, Map<String, String> names) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return names.containsKey(name) ? SCHEMAS + names.get(name) : reference;
    }

    private static String camel(String service) {
        StringBuilder camel = new StringBuilder();
        for (String word : service.split("-", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camel.toString();
    }
}
