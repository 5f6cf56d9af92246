package io.waybill.query.audit;

import io.waybill.query.audit.AuditQuery.Place;
import io.waybill.query.audit.SearchPage.Found;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Parameters;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /audit}. */
@RestController
class AuditSearchApi {
    static final int MAX_LIMIT = 200;
    static final int LONGEST_QUERY = 200;
    private static final int LONGEST_NAME = 255;

    private final AuditSearch audit;

    AuditSearchApi(AuditSearch audit) {
        this.audit = audit;
    }

    /**
     * Events of any entity, the latest first; only those that match all that is given.
     *
     * @param actor who acted
     * @param event the name of the event, such as {@code OrderPlaced}
     * @param type of the entity, such as {@code order}
     * @param from the earliest time at which it was recorded, and {@code to} the latest
     * @param q words of the payload, all of them: {@code "a phrase"}, {@code this or that}, {@code -without}. What is personal
     *     is sealed and is not found.
     */
    @GetMapping("/api/{version}/audit")
    SearchPage search(
            @RequestParam(required = false) @Nullable @Size(min = 1, max = LONGEST_NAME) String actor,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = LONGEST_NAME)
                    @Pattern(regexp = "[A-Za-z][A-Za-z0-9]*")
                    String event,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable @Size(max = Moment.MAX_LENGTH) String from,
            @RequestParam(required = false) @Nullable @Size(max = Moment.MAX_LENGTH) String to,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = LONGEST_QUERY) String q,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        Instant earliest = from == null ? null : Parameters.read("from", from, Moment::time);
        Instant latest = to == null ? null : Parameters.read("to", to, Moment::time);
        if (earliest != null && latest != null && earliest.isAfter(latest)) {
            throw Parameters.invalid("from", "must not be after to");
        }
        if (q != null && !audit.canLookFor(q)) {
            throw Parameters.invalid("q", "must have a word that is to be found");
        }
        AuditQuery query = new AuditQuery(
                actor,
                event,
                type == null ? null : Parameters.read("type", type, EntityType::known),
                earliest,
                latest,
                q,
                after == null ? null : place(after));
        List<Found> found = audit.find(query, limit + 1);
        List<Found> items = found.subList(0, Math.min(limit, found.size()));
        return new SearchPage(
                items,
                found.size() > limit
                        ? Cursor.of(
                                items.getLast().recordedAt(), items.getLast().position())
                        : null);
    }

    private static Place place(String cursor) {
        try {
            List<String> parts = Cursor.parts(cursor, 2);
            return new Place(Moment.time(parts.getFirst()), Long.parseLong(parts.getLast()));
        } catch (IllegalArgumentException foreign) {
            throw Cursor.broken();
        }
    }
}
