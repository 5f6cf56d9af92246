package io.waybill.letters.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a processor has parked.
 *
 * @param count letters, those that only queue behind others included
 * @param oldest when the first of them was parked; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Parked(long count, @Nullable Instant oldest) {
    public static final Parked NOTHING = new Parked(0, null);
}
