package io.waybill.json.difference;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place at which two objects differ.
 *
 * @param path a JSON pointer (RFC 6901) to the outermost value that was added or removed, or to the innermost that is
 *     another
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
