package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;

/** What is known of a customer; what is personal in the profile stays sealed, and goes with its key. */
final class CustomerFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry(
                    "CustomerRegistered",
                    (state, event) -> state.take(event, "customerId", "profile").set("erased", false)),
            entry(
                    "CustomerRevised",
                    (state, event) -> state.take(event, "profile").set("erased", false)),
            entry(
                    "CustomerErased",
                    (state, event) ->
                            state.take(event, "customerId").remove("profile").set("erased", true)));

    private CustomerFold() {}
}
