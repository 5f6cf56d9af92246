package io.waybill.projection.operation;

import io.waybill.letters.store.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of all that operators did. */
@Component
public final class OperationLog {
    /** Characters of a reason. */
    public static final int MAX_REASON = 500;

    /** Characters that are kept of the details. */
    private static final int MAX_DETAIL = 2_000;

    private static final Logger log = LoggerFactory.getLogger(OperationLog.class);

    private final JdbcClient jdbc;

    OperationLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes note, in the transaction of what is done.
     *
     * @param reason in the operator's words; null where none was given
     * @param detail what it was exactly, such as the id of a rebuild; null where the action says it all
     */
    public void done(
            Operation action, String projection, String actor, @Nullable String reason, @Nullable String detail) {
        jdbc.sql("insert into operation (actor, action, projection, reason, detail) values (?, ?, ?, ?, ?)")
                .param(actor)
                .param(action.name())
                .param(projection)
                .param(reason)
                .param(detail == null ? null : Cause.storable(detail, MAX_DETAIL))
                .update();
        log.info("{} of {} by {}: {}", action, projection, actor, reason);
    }
}
