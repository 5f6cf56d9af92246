package io.waybill.projection.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.projection.operation.OperationLog;
import io.waybill.projection.operation.Why;
import io.waybill.projection.rebuild.Rebuild.Mode;
import io.waybill.projection.rebuild.Rebuild.SwitchWhen;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * How a view is to be rebuilt. All of it may be left out.
 *
 * @param mode SIDE_BY_SIDE unless said otherwise
 * @param switchWhen AUTO unless said otherwise; means nothing in place
 * @param segments how many parts of the log are handled at once; as many as usual unless said otherwise
 * @param eventsPerSecond the most; without limit unless said otherwise
 */
record RebuildRequest(
        @Nullable Mode mode,
        @Nullable @JsonProperty("switch") SwitchWhen switchWhen,
        @Nullable @Range(min = 1, max = 64) Integer segments,
        @Nullable @Range(min = 1, max = 1_000_000) Integer eventsPerSecond,
        @Nullable @Size(max = OperationLog.MAX_REASON) String reason) {
    RebuildRequest {
        reason = Why.storable(reason);
    }

    static final RebuildRequest PLAIN = new RebuildRequest(null, null, null, null, null);
}
