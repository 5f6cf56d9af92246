package io.waybill.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field that a request may not have is refused, however deep it stands; so say the schemas. */
final class ClosedRequests {
    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenAPI api;
    private final Deque<Schema<?>> open = new ArrayDeque<>();
    private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ClosedRequests(OpenAPI api) {
        this.api = api;
    }

    static void close(OpenAPI api) {
        new ClosedRequests(api).close();
    }

    private void close() {
        api.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .flatMap(ClosedRequests::bodies)
                .forEach(media -> open.add(media.getSchema()));
        while (!open.isEmpty()) {
            Schema<?> schema = resolved(open.pop());
            if (schema != null && seen.add(schema)) {
                close(schema);
            }
        }
    }

    @SuppressWarnings("unchecked") // the model's getters give raw types
    private void close(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.additionalProperties(false);
            open.addAll((Collection<Schema<?>>)
                    (Collection<?>) schema.getProperties().values());
        }
        if (schema.getItems() != null) {
            open.add(schema.getItems());
        }
    }

    private static Stream<MediaType> bodies(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().values().stream();
    }

    private @Nullable Schema<?> resolved(Schema<?> schema) {
        return schema.get$ref() == null
                ? schema
                : api.getComponents().getSchemas().get(schema.get$ref().substring(SCHEMAS.length()));
    }
}
