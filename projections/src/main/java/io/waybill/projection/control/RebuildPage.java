package io.waybill.projection.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.projection.rebuild.RebuildStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next what to give as {@code after} for the next page; left out on the last one */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildPage(List<RebuildStatus> items, @Nullable Long next) {
    /** Rebuilds on one page. */
    static final int MAX_LIMIT = 100;
}
