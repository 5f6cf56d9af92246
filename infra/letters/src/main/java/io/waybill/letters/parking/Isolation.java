package io.waybill.letters.parking;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles one event of a batch by itself: all that comes of it is written before the next one is begun, so that a failure
 * is known to be its own, and leaves nothing behind in the batch's transaction.
 *
 * <p>A unit of work within the batch's makes its handlers write when it commits, a savepoint takes back what was written.
 */
public final class Isolation {
    private final TransactionTemplate savepoint;
    private final ConnectionProvider connections;

    public Isolation(PlatformTransactionManager transactions, ConnectionProvider connections) {
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.connections = connections;
    }

    /**
     * Handles the event within the batch at hand.
     *
     * @return what it failed with, or empty
     */
    Optional<Throwable> handle(EventMessage<?> event, Callable<?> handlers) throws SQLException {
        // The connection belongs to the unit of work that asks for it first; were that the inner one, its rollback
        // would
        // be the whole transaction's.
        connections.getConnection();
        return savepoint.execute(status -> {
            ResultMessage<?> result = DefaultUnitOfWork.startAndGet(event).executeWithResult(handlers);
            if (!result.isExceptional()) {
                return Optional.empty();
            }
            status.setRollbackOnly();
            return Optional.of(result.exceptionResult());
        });
    }
}
