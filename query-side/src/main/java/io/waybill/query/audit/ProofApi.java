package io.waybill.query.audit;

import io.waybill.query.audit.ProofPage.Link;
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

/** {@code GET /audit/{type}/{id}/proof}. */
@RestController
class ProofApi {
    private final AuditReader audit;
    private final ProofReader proofs;

    ProofApi(AuditReader audit, ProofReader proofs) {
        this.audit = audit;
        this.proofs = proofs;
    }

    /**
     * The chain of an entity's events, which shows whether one was changed. Each carries a hash over its contents and the hash
     * of the one before; everything that is hashed is there, so that anybody can compute it once more.
     */
    @GetMapping("/api/{version}/audit/{type}/{id}/proof")
    ProofPage page(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = AuditApi.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        EntityType entity = EntityType.of(type);
        String asked = Parameters.read("id", id, entity::idOf);
        List<Link> found = proofs.after(entity, asked, after == null ? -1 : version(after), limit + 1);
        if (found.isEmpty() && !audit.knows(entity, asked)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND, "NO_HISTORY", "Nothing has happened to " + type + " " + asked + " yet.");
        }
        List<Link> items = found.subList(0, Math.min(limit, found.size()));
        return new ProofPage(
                ProofPage.FORM,
                entity.slug(),
                asked,
                items,
                found.size() > limit ? Cursor.of(items.getLast().version()) : null);
    }

    private static long version(String cursor) {
        try {
            return Long.parseLong(Cursor.parts(cursor, 1).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.broken();
        }
    }
}
