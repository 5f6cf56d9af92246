package io.waybill.query;

import io.waybill.web.ApiProblem;
import io.waybill.web.ProblemMapping;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;

/**
 * When a connection breaks within a transaction, what is thrown is that the transaction could not be rolled back; the
 * cause is lost on the way. On a side that only reads there is no other reason for it.
 */
@Component
final class BrokenTransactions implements ProblemMapping {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    @Override
    public Optional<ApiProblem> problemOf(Throwable thrown) {
        return thrown instanceof TransactionSystemException
                ? Optional.of(new ApiProblem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "DATABASE_UNAVAILABLE",
                                "The database does not answer; try again shortly.")
                        .retryAfter(RETRY_AFTER))
                : Optional.empty();
    }
}
