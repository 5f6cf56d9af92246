package io.waybill.saga.returns;

import org.jspecify.annotations.Nullable;

/** What a return waits for. */
enum Stage {
    UNDECIDED("somebody's decision"),
    EXPECTED("the pieces"),
    REFUNDING("the stock, and whoever refunds"),
    /** Nobody takes the refund. */
    STUCK("a person who says where the refund goes"),
    CLOSING("the return to be closed"),
    SETTLING("the order to count the pieces"),
    SETTLED(null);

    private final @Nullable String waitsFor;

    Stage(@Nullable String waitsFor) {
        this.waitsFor = waitsFor;
    }

    @Nullable
    String waitsFor() {
        return waitsFor;
    }
}
