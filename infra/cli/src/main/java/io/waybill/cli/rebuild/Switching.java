package io.waybill.cli.rebuild;

import java.util.Locale;

/** When readers are switched to what was rebuilt. */
enum Switching {
    AUTO,
    IF_EQUAL,
    MANUAL;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
