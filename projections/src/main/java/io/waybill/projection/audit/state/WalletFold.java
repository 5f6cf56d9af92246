package io.waybill.projection.audit.state;

import static java.util.Map.entry;

import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is in a wallet, and for whom it is held. The balance has what is held; available is the rest. */
final class WalletFold {
    static final Map<String, Step> STEPS = Map.ofEntries(
            entry("WalletOpened", WalletFold::opened),
            entry("FundsDeposited", WalletFold::deposited),
            entry("DepositRejected", (state, event) -> {}),
            entry("FundsWithdrawn", WalletFold::withdrawn),
            entry("FundsHeld", WalletFold::held),
            entry("HoldRejected", (state, event) -> {}),
            entry("HoldCaptured", WalletFold::captured),
            entry("HoldReleased", WalletFold::released),
            entry("WalletClosed", (state, event) -> state.set("status", "CLOSED")));

    private static final String BALANCE = "balance";
    private static final String HELD = "held";
    private static final String HOLDS = "holds";
    private static final String LEFT = "left";

    private WalletFold() {}

    private static void opened(Draft state, JsonNode event) {
        CurrencyUnit currency = CurrencyUnit.of(event.path("currency").asString(""));
        ObjectNode nothing = JsonNodeFactory.instance
                .objectNode()
                .put("amount", Money.zero(currency).getAmount().toPlainString())
                .put("currency", currency.getCode());
        state.take(event, "walletId", "customerId", "currency").set("status", "OPEN");
        write(state, nothing, nothing);
    }

    private static void deposited(Draft state, JsonNode event) {
        write(state, Amount.plus(state.get(BALANCE), event.path("amount")), state.get(HELD));
    }

    private static void withdrawn(Draft state, JsonNode event) {
        write(state, Amount.minus(state.get(BALANCE), event.path("amount")), state.get(HELD));
    }

    private static void held(Draft state, JsonNode event) {
        ObjectNode hold = state.part(HOLDS, hold(event));
        Draft.put(hold, "amount", event.get("amount"));
        Draft.put(hold, LEFT, event.get("amount"));
        write(state, state.get(BALANCE), Amount.plus(state.get(HELD), event.path("amount")));
    }

    private static void captured(Draft state, JsonNode event) {
        ObjectNode hold = state.part(HOLDS, hold(event));
        JsonNode left = Amount.minus(hold.path(LEFT), event.path("amount"));
        hold.set(LEFT, left);
        write(
                state,
                Amount.minus(state.get(BALANCE), event.path("amount")),
                Amount.minus(state.get(HELD), event.path("amount")));
        if (Amount.isZero(left)) {
            state.part(HOLDS).remove(hold(event));
        }
    }

    /** Zero is released where nothing was held any more. */
    private static void released(Draft state, JsonNode event) {
        state.part(HOLDS).remove(hold(event));
        write(state, state.get(BALANCE), Amount.minus(state.get(HELD), event.path("amount")));
    }

    private static String hold(JsonNode event) {
        return event.path("hold").asString("");
    }

    private static void write(Draft state, JsonNode balance, JsonNode held) {
        state.set(BALANCE, balance).set(HELD, held).set("available", Amount.minus(balance, held));
    }
}
