package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that is away from one that refuses. It looks for JDBC's own exception, which every layer above (Spring,
 * Axon, the pool) keeps as a cause, so it needs none of them but one.
 */
final class DatabaseAway {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** PostgreSQL's appendix A: shut down by an administrator, after a crash, still starting, too many connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    /** The class of connection exceptions. */
    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    static Optional<ApiProblem> problemOf(Throwable cause) {
        // When a connection breaks within a transaction, what is left is that it could be neither committed nor rolled
        // back.
        return (cause instanceof SQLException e && isAway(e)) || cause instanceof TransactionSystemException
                ? Optional.of(new ApiProblem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "DATABASE_UNAVAILABLE",
                                "The database does not answer; try again shortly, with the same Idempotency-Key.")
                        .retryAfter(RETRY_AFTER))
                : Optional.empty();
    }

    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || (state != null && (state.startsWith(CONNECTION) || STATES.contains(state)));
    }
}
