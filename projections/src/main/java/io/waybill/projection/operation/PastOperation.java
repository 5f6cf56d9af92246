package io.waybill.projection.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator did.
 *
 * @param id grows with time
 * @param action what was done, in capitals
 * @param reason as the operator gave it
 * @param detail what exactly, for a person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastOperation(
        long id,
        Instant at,
        String actor,
        String action,
        String projection,
        @Nullable String reason,
        @Nullable String detail) {}
