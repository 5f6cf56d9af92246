package io.waybill.letters.parking;

import io.waybill.letters.Trouble;
import io.waybill.letters.store.TooManyLetters;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What passes by itself, for every service: the database or the network away or full, a transaction that lost to another,
 * a segment that was taken over. By PostgreSQL's manual, Appendix A, "PostgreSQL Error Codes".
 */
final class DatabaseTrouble implements Trouble {
    /** Connection, access, no such database, rolled back, resources, not now, intervention, system. */
    private static final Set<String> CLASSES = Set.of("08", "28", "3D", "40", "53", "55", "57", "58");

    /** The server became read-only, the transaction waited too long for us, a privilege is missing. */
    private static final Set<String> STATES = Set.of("25006", "25P03", "42501");

    @Override
    public boolean passes(Throwable failure) {
        return switch (failure) {
            case SQLTransientException away -> true;
            case SQLRecoverableException away -> true;
            case SQLException sql -> isTrouble(sql.getSQLState());
            case TransientDataAccessException away -> true;
            case RecoverableDataAccessException away -> true;
            case DataAccessResourceFailureException away -> true;
            case CannotCreateTransactionException away -> true;
            case UnableToClaimTokenException taken -> true;
            case IOException away -> true;
            case TimeoutException late -> true;
            case InterruptedException stopping -> true;
            case OutOfMemoryError full -> true;
            case TooManyLetters full -> true;
            default -> false;
        };
    }

    private static boolean isTrouble(@Nullable String state) {
        return state != null
                && state.length() >= 2
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
