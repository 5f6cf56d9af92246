package io.waybill.saga.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Progress in the table {@code saga_progress}: one statement for all the sagas of a batch. */
public final class StoredProgress implements Progress {
    private static final String UNWRITTEN = StoredProgress.class.getName();

    private static final String WRITE = """
            insert into saga_progress
              (saga_type, id, step, since, waits_for, due_at, overdue, undone, reasons, ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (saga_type, id) do update set
              step = excluded.step, since = excluded.since, waits_for = excluded.waits_for, due_at = excluded.due_at,
              overdue = excluded.overdue, undone = excluded.undone, reasons = excluded.reasons,
              ended_at = excluded.ended_at
            """;

    private static final String PAGE = """
            select * from saga_progress
            where (:type::text is null or saga_type = :type)
              and (:afterId::text is null or (saga_type, id) > (:afterType, :afterId))
              and (not :stuck or (ended_at is null and (overdue > 0 or due_at < now())))
            order by saga_type, id
            limit :limit
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient reader;

    StoredProgress(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.reader = JdbcClient.create(jdbc);
    }

    /** Where a page begins. */
    public record Key(String type, String id) {}

    @Override
    public void record(Report report) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Map<String, Report> unwritten = work.getOrComputeResource(UNWRITTEN, first -> {
            work.onPrepareCommit(this::write);
            return new LinkedHashMap<String, Report>();
        });
        unwritten.put(report.type() + '/' + report.id(), report);
    }

    private void write(UnitOfWork<?> work) {
        Map<String, Report> unwritten = work.getResource(UNWRITTEN);
        // In the same order everywhere: two batches that wait for each other's rows would both be lost.
        List<Object[]> rows = new ArrayList<>();
        unwritten.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> rows.add(ReportRows.values(entry.getValue())));
        unwritten.clear();
        jdbc.batchUpdate(WRITE, rows, ReportRows.TYPES);
    }

    /**
     * Sagas in the order of their types and ids.
     *
     * @param stuck whether only those that wait longer than they should
     * @param type of which type only; null for all
     * @param after the last of the page before; null for the first page
     */
    public List<Report> page(boolean stuck, @Nullable String type, @Nullable Key after, int limit) {
        return reader.sql(PAGE)
                .param("type", type)
                .param("afterType", after == null ? null : after.type())
                .param("afterId", after == null ? null : after.id())
                .param("stuck", stuck)
                .param("limit", limit)
                .query(ReportRows::read)
                .list();
    }

    public Optional<Report> find(String type, String id) {
        return reader.sql("select * from saga_progress where saga_type = ? and id = ?")
                .params(type, id)
                .query(ReportRows::read)
                .optional();
    }
}
