package io.waybill.command.operations;

import io.waybill.command.operations.StreamPage.Stored;
import io.waybill.eventing.store.EventHash;
import io.waybill.eventing.store.EventStreams;
import io.waybill.eventing.store.StoredEvent;
import io.waybill.web.ApiProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: one entity's events as the event store holds them. */
@RestController
final class EventStreamApi {
    static final int MAX_LIMIT = 500;

    /** Longer ones are nobody's. */
    static final int LONGEST_ID = 200;

    private static final String PRINTABLE = "^[ -~]+$";

    private final JdbcTemplate database;

    EventStreamApi(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * One entity's events as the event store holds them, with the hashes that chain them: to be compared with the proof in the
     * audit.
     *
     * @param id as events carry it: a SKU in upper case, a customer's as {@code customer:17850}
     * @param after a version, -1 for the beginning
     */
    @GetMapping("/api/{version}/operations/events/{type}/{id}")
    StreamPage page(
            @PathVariable String type,
            @PathVariable @Size(max = LONGEST_ID) @Pattern(regexp = PRINTABLE) String id,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(defaultValue = "-1") @Range(min = -1) long after) {
        List<StoredEvent> found = read(id, after, limit + 1);
        if ((found.isEmpty() ? read(id, -1, 1) : found)
                .stream().noneMatch(event -> event.aggregateType().equalsIgnoreCase(type))) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "NO_HISTORY", "No event of " + type + " " + id + " is stored.");
        }
        List<Stored> items = found.stream().limit(limit).map(Stored::of).toList();
        return new StreamPage(
                EventHash.FORM,
                type,
                id,
                items,
                found.size() > limit ? items.getLast().version() : null);
    }

    private List<StoredEvent> read(String id, long after, int limit) {
        return Objects.requireNonNull(database.execute((ConnectionCallback<List<StoredEvent>>)
                (Connection connection) -> EventStreams.of(connection, id, after, limit)));
    }
}
