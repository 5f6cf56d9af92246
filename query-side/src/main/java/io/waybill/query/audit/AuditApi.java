package io.waybill.query.audit;

import io.waybill.query.audit.AuditPage.Entry;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /audit/{type}/{id}}. */
@RestController
class AuditApi {
    static final int MAX_LIMIT = 500;
    private static final long BEGINNING = -1;

    private final AuditReader audit;

    AuditApi(AuditReader audit) {
        this.audit = audit;
    }

    @GetMapping("/api/{version}/audit/{type}/{id}")
    AuditPage page(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        EntityType entity = EntityType.of(type);
        String asked = Parameters.read("id", id, entity::idOf);
        List<Entry> found = audit.after(entity, asked, after == null ? BEGINNING : version(after), limit + 1);
        if (found.isEmpty() && !audit.knows(entity, asked)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "NO_HISTORY", "Nothing has happened to " + type + " " + asked + " yet.");
        }
        List<Entry> items = found.subList(0, Math.min(limit, found.size()));
        return new AuditPage(
                items, found.size() > limit ? Cursor.of(items.getLast().version()) : null);
    }

    private static long version(String cursor) {
        try {
            return Long.parseLong(Cursor.parts(cursor, 1).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.broken();
        }
    }
}
