package io.waybill.letters.parking;

import io.waybill.letters.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that this service takes for passing trouble. */
public final class Troubles {
    /** Causes of causes that are looked at: an exception may be its own cause by a detour. */
    private static final int MAX_DEPTH = 20;

    private final List<Trouble> known = new ArrayList<>();

    /** @param known what this service adds to what every service has */
    public Troubles(List<Trouble> known) {
        this.known.add(new DatabaseTrouble());
        this.known.add(new KeysTrouble());
        this.known.addAll(known);
    }

    /** Whether the failure, or anything that caused it, passes by itself. */
    public boolean pass(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            Throwable asked = cause;
            if (known.stream().anyMatch(trouble -> trouble.passes(asked))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
