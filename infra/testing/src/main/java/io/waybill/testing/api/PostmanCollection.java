package io.waybill.testing.api;

import io.waybill.testing.api.RequestCollection.Example;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examples in Postman's format 2.1 (https://schema.postman.com), which Bruno, Insomnia and Hoppscotch open as well: a folder
 * for each collection. What an answer tells is kept in a variable of the collection, for the requests after it.
 */
public final class PostmanCollection {
    private static final String SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
    private static final String ADDRESS = "http://localhost:8080";
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PostmanCollection() {}

    /** @param folders by name, in their order */
    public static String of(String title, Map<String, RequestCollection> folders) {
        ObjectNode collection = JSON.objectNode();
        collection.putObject("info").put("name", title).put("schema", SCHEMA);
        ArrayNode items = collection.putArray("item");
        TreeSet<String> variables = new TreeSet<>();
        folders.forEach((name, requests) -> {
            ArrayNode folder = items.addObject().put("name", name).putArray("item");
            requests.examples().forEach(example -> {
                folder.add(item(example));
                VARIABLE.matcher(example.path() + example.json())
                        .results()
                        .map(MatchResult::group)
                        .forEach(found -> variables.add(found.substring(2, found.length() - 2)));
            });
        });
        ArrayNode values = collection.putArray("variable");
        values.addObject().put("key", "host").put("value", ADDRESS);
        variables.forEach(name -> values.addObject().put("key", name).put("value", ""));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(collection) + "\n";
    }

    private static ObjectNode item(Example example) {
        ObjectNode item = JSON.objectNode().put("name", example.name());
        ObjectNode request = item.putObject("request").put("method", example.method());
        if (example.needs() != null) {
            request.put("description", "Needs " + example.needs() + ".");
        }
        request.set("url", url(example.path()));
        ArrayNode headers = request.putArray("header");
        if (example.body() != null) {
            headers.addObject().put("key", "Content-Type").put("value", "application/json");
            request.putObject("body").put("mode", "raw").put("raw", example.prettyJson());
        }
        if (example.keep() != null) {
            ObjectNode event = item.putArray("event").addObject().put("listen", "test");
            ArrayNode lines =
                    event.putObject("script").put("type", "text/javascript").putArray("exec");
            example.keep()
                    .forEach((name, field) -> lines.add(
                            "pm.collectionVariables.set(\"%s\", pm.response.json().%s);".formatted(name, field)));
        }
        return item;
    }

    /** In parts as well, since some clients read nothing else. */
    private static ObjectNode url(String path) {
        String[] parts = path.split("\\?", 2);
        ObjectNode url = JSON.objectNode().put("raw", "{{host}}" + path);
        url.putArray("host").add("{{host}}");
        ArrayNode segments = url.putArray("path");
        for (String segment : parts[0].substring(1).split("/", -1)) {
            segments.add(segment);
        }
        if (parts.length == 2) {
            ArrayNode query = url.putArray("query");
            for (String each : parts[1].split("&", -1)) {
                String[] pair = each.split("=", 2);
                query.addObject().put("key", pair[0]).put("value", pair[1]);
            }
        }
        return url;
    }
}
