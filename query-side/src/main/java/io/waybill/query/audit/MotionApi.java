package io.waybill.query.audit;

import io.waybill.web.ApiProblem;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /audit/correlations/{correlationId}}. */
@RestController
class MotionApi {
    static final int MAX_LIMIT = 1_000;
    private static final int LONGEST = 255;

    private final MotionReader events;

    MotionApi(MotionReader events) {
        this.events = events;
    }

    /**
     * Everything that one request set in motion, across all entities, as a tree.
     *
     * @param correlationId what the events share: {@code X-Correlation-Id} of the request, or the identifier of its command
     * @param limit how many events, the oldest first
     */
    @GetMapping("/api/{version}/audit/correlations/{correlationId}")
    Motion motion(
            @PathVariable @Size(max = LONGEST) String correlationId,
            @RequestParam(defaultValue = "200") @Range(min = 1, max = MAX_LIMIT) int limit) {
        List<Moved> found = events.first(correlationId, limit + 1);
        if (found.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "UNKNOWN_CORRELATION", "No event has this correlation id, or none yet.");
        }
        boolean more = found.size() > limit;
        List<Moved> shown = found.subList(0, Math.min(limit, found.size()));
        return new Motion(
                correlationId,
                shown.size(),
                more ? events.count(correlationId) - shown.size() : 0,
                MotionTree.of(shown));
    }
}
