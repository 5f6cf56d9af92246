package io.waybill.query.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A page of a customer's account, oldest first. In {@code orders} the balance is what the customer owes, and below zero what
 * is owed to the customer; in {@code wallet} it is what is in all of the customer's wallets together.
 *
 * @param currency the account's; missing if nothing was ever moved
 * @param opening the balance in front of the first line of this page
 * @param closing the balance behind its last
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record StatementAnswer(
        String customerId,
        Account account,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String currency,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money opening,
        List<Line> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money closing,
        @Nullable String next) {
    /** Which of a customer's accounts. */
    enum Account {
        ORDERS,
        WALLET
    }

    /**
     * One move.
     *
     * @param kind ORDERED, AMENDED, CANCELLED, REJECTED, CREDITED, PAID or REFUNDED; of a wallet OPENED, DEPOSITED, WITHDRAWN
     *     or SPENT
     * @param orderId in the account of orders; {@code walletId} in that of wallets
     * @param balance behind this line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Instant at,
            String kind,
            @Nullable UUID orderId,
            @Nullable UUID walletId,
            Money amount,
            Money balance) {}
}
