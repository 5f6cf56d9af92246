package io.waybill.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's examples, from {@code openapi/<service>.json}: a list of requests, each of which works as it stands when
 * those before it were sent.
 */
final class Examples {
    private static final String SAMPLE_ID = "01980b5e-4c00-7000-8000-000000000001";

    private final Map<String, Example> byOperation;

    Examples(Resource file) {
        byOperation =
                read(file).stream().collect(Collectors.toMap(Example::request, each -> each, (first, _) -> first));
    }

    /**
     * One request.
     *
     * @param request method and path, as the document has them
     * @param name what it does, in a few words
     * @param parameters of path and query
     * @param body null for none
     * @param needs what has to be there that no other example makes
     * @param keep what of the answer later requests need: a name and the field of the body
     */
    record Example(
            String request,
            String name,
            @Nullable String needs,
            @Nullable Map<String, String> parameters,
            @Nullable Object body,
            @Nullable Map<String, String> keep) {}

    void addTo(Paths paths) {
        paths.forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            Example example = byOperation.get(Document.key(method, path));
            if (example != null) {
                add(example, operation);
            }
        }));
    }

    private static void add(Example example, Operation operation) {
        if (example.parameters() != null && operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> example.parameters().containsKey(parameter.getName()))
                    .forEach(parameter ->
                            parameter.example(printed(example.parameters().get(parameter.getName()))));
        }
        if (example.body() != null && operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().forEach(media -> media.example(printed(example.body())));
        }
    }

    /** What only an answer can tell is an id of nothing here. */
    private static Object printed(@Nullable Object value) {
        return switch (value) {
            case String text -> text.replaceAll("\\{\\{\\w+}}", SAMPLE_ID);
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                field -> printed(field.getValue()),
                                (first, _) -> first,
                                LinkedHashMap::new));
            case List<?> items -> items.stream().map(Examples::printed).toList();
            case null -> "";
            default -> value;
        };
    }

    private static List<Example> read(Resource file) {
        if (!file.exists()) {
            return List.of();
        }
        try (InputStream in = file.getInputStream()) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
