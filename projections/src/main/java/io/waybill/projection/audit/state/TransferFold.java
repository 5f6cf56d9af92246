package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;

/** What is moved from which wallet to which, and how that ended. */
final class TransferFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry(
                    "TransferRequested",
                    (state, event) -> state.take(event, "transferId", "source", "target", "amount")
                            .set("status", "REQUESTED")),
            entry("TransferCompleted", (state, event) -> state.set("status", "COMPLETED")),
            entry(
                    "TransferRefused",
                    (state, event) -> state.set("status", "REFUSED").take(event, "reason")),
            entry(
                    "TransferFailed",
                    (state, event) -> state.set("status", "FAILED").take(event, "reason")));

    private TransferFold() {}
}
