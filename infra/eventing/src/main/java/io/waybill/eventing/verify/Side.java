package io.waybill.eventing.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One of the two that are compared. */
@FunctionalInterface
interface Side {
    /** The next event, or null after the last. */
    @Nullable
    Entry next() throws SQLException;
}
