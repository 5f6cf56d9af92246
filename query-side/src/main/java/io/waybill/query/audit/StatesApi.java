package io.waybill.query.audit;

import io.waybill.json.difference.Change;
import io.waybill.json.difference.Changes;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import io.waybill.web.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /audit/{type}/{id}/as-of} and {@code GET /audit/{type}/{id}/diff}. */
@RestController
@RequestMapping("/api/{version}/audit/{type}/{id}")
class StatesApi {
    private static final String VERSION = "version";

    private final StateReader states;

    StatesApi(StateReader states) {
        this.states = states;
    }

    /**
     * The entity as it was: after the event of a version, or at a time.
     *
     * @param version from 0
     * @param at a time with its offset; one to come is now
     */
    @GetMapping("/as-of")
    StateThen asOf(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable @Range(min = 0) Long version,
            @RequestParam(required = false) @Nullable @Size(max = Moment.MAX_LENGTH) String at,
            HttpServletResponse response) {
        EntityKey entity = EntityKey.of(type, id);
        if ((version == null) == (at == null)) {
            throw Parameters.invalid(version == null ? VERSION : "at", "must be given, and not both of version and at");
        }
        StateThen then =
                then(entity, at == null ? new Moment(VERSION, version, null) : new Moment("at", null, time("at", at)));
        response.setHeader(HttpHeaders.ETAG, new EntityTag(then.version()).toString());
        return then;
    }

    /**
     * What has changed between two moments, field by field.
     *
     * @param from a version, or a time with its offset, and {@code to} likewise, not before it
     */
    @GetMapping("/diff")
    Difference diff(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam @Size(max = Moment.MAX_LENGTH) String from,
            @RequestParam @Size(max = Moment.MAX_LENGTH) String to) {
        EntityKey entity = EntityKey.of(type, id);
        Moment first = Moment.of("from", from);
        Moment last = Moment.of("to", to);
        if (first.time() != null && last.time() != null && first.time().isAfter(last.time())) {
            throw backwards();
        }
        StateThen before = then(entity, first);
        StateThen after = then(entity, last);
        if (before.version() > after.version()) {
            throw backwards();
        }
        return new Difference(
                entity.type().slug(),
                entity.shownId(),
                Edge.of(before),
                Edge.of(after),
                Changes.between(before.state(), after.state()));
    }

    private StateThen then(EntityKey entity, Moment moment) {
        long last = states.lastVersion(entity)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "NO_HISTORY",
                        "Nothing has happened to " + entity.type().slug() + " " + entity.shownId() + " yet."));
        return states.upTo(entity, version(entity, moment, last))
                .orElseThrow(() ->
                        missing("NO_STATE", moment, "is of a time whose states are being worked out: ask again later"));
    }

    private long version(EntityKey entity, Moment moment, long last) {
        if (moment.time() != null) {
            return states.versionAt(entity, moment.time())
                    .orElseThrow(() -> missing("BEFORE_FIRST_EVENT", moment, "is before the first event"));
        }
        if (moment.version() == null || moment.version() > last) {
            throw missing("NO_SUCH_VERSION", moment, "is beyond the last version, which is " + last);
        }
        return moment.version();
    }

    private static Instant time(String parameter, String text) {
        return Parameters.read(parameter, text, Moment::time);
    }

    private static ApiProblem missing(String reason, Moment moment, String detail) {
        return new ApiProblem(
                HttpStatus.NOT_FOUND,
                reason,
                "There is no such moment in this history.",
                List.of(FieldError.ofParameter(moment.parameter(), detail)));
    }

    private static ApiProblem backwards() {
        return Parameters.invalid("from", "must not be after to");
    }

    /** What has changed in an entity between two of its versions. */
    record Difference(String type, String id, Edge from, Edge to, List<Change> changes) {}

    /** One of the two versions, and when it came about. */
    record Edge(long version, Instant recordedAt) {
        static Edge of(StateThen then) {
            return new Edge(then.version(), then.recordedAt());
        }
    }
}
