package io.waybill.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A service's examples, in their order, as they stand in {@code openapi/<service>.json}; and as a file for HTTP clients. */
public final class RequestCollection {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Example> examples;

    private RequestCollection(List<Example> examples) {
        this.examples = List.copyOf(examples);
    }

    /**
     * One request.
     *
     * @param request method and path, as the description of the API has them
     * @param needs what has to be there that no example makes; null if the examples before it are enough
     * @param keep what later requests need of the answer: a name, and the field of the body
     */
    public record Example(
            String request,
            String name,
            @Nullable String needs,
            @Nullable Map<String, String> parameters,
            @Nullable Object body,
            @Nullable Map<String, String> keep) {
        /** The HTTP method. */
        public String method() {
            return request.substring(0, request.indexOf(' '));
        }

        /** The path with its query; what is kept of other answers stands in it as <code>{{name}}</code>. */
        public String path() {
            String path = request.substring(request.indexOf(' ') + 1);
            List<String> query = new ArrayList<>();
            if (parameters != null) {
                for (Map.Entry<String, String> each : parameters.entrySet()) {
                    String variable = "{" + each.getKey() + "}";
                    if (path.contains(variable)) {
                        path = path.replace(variable, each.getValue());
                    } else {
                        query.add(each.getKey() + "=" + each.getValue());
                    }
                }
            }
            return query.isEmpty() ? path : path + "?" + String.join("&", query);
        }

        /** The body as JSON; empty for none. */
        public String json() {
            return body == null ? "" : JSON.writeValueAsString(body);
        }

        /** The body as JSON for a person; empty for none. */
        public String prettyJson() {
            return body == null ? "" : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        }
    }

    /** Reads a file of examples. */
    public static RequestCollection of(Path file) {
        try {
            return new RequestCollection(JSON.readValue(Files.readString(file), new TypeReference<List<Example>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These, and then those of another. */
    public RequestCollection and(RequestCollection other) {
        return new RequestCollection(
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }

    /** The operations that they are examples of: method and path. */
    public Set<String> operations() {
        return examples.stream().map(Example::request).collect(Collectors.toSet());
    }

    /** In the order in which they work. */
    public List<Example> examples() {
        return examples;
    }

    /** The requests in the format of Visual Studio Code's REST Client. */
    public String http(String title) {
        StringBuilder http = new StringBuilder("# " + title + "\n\n@host = http://localhost:8080\n");
        examples.forEach(example -> {
            http.append("\n### ").append(example.name()).append('\n');
            if (example.needs() != null) {
                http.append("# Needs ").append(example.needs()).append(".\n");
            }
            http.append("# @name ").append(example.name()).append('\n');
            http.append(example.method())
                    .append(" {{host}}")
                    .append(example.path())
                    .append('\n');
            if (example.body() != null) {
                http.append("Content-Type: application/json\n\n")
                        .append(example.prettyJson())
                        .append('\n');
            }
            if (example.keep() != null) {
                // Under a heading of their own: else they would be of the body.
                http.append("\n###\n");
                example.keep()
                        .forEach((name, field) -> http.append(
                                "@%s = {{%s.response.body.$.%s}}\n".formatted(name, example.name(), field)));
            }
        });
        return http.toString();
    }
}
