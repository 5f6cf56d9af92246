package io.waybill.command.dispatch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command was for a version that is not the aggregate's; nothing was done. */
public final class PreconditionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Long current;

    PreconditionFailed(Optional<Long> current) {
        // An answer, not a bug: nobody needs to know where it was made.
        super("the version is " + current.map(String::valueOf).orElse("none"), null, false, false);
        this.current = current.orElse(null);
    }

    /** The aggregate's version; empty if there is no such aggregate. */
    public Optional<Long> current() {
        return Optional.ofNullable(current);
    }
}
