package io.waybill.query.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One wallet.
 *
 * @param balance what is in it, of which {@code held} is set aside for payments and transfers, and the rest
 *     {@code available}
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WalletAnswer(
        UUID walletId,
        @Nullable String customerId,
        Wallet.Status status,
        Money balance,
        Money held,
        Money available,
        Instant openedAt,
        Instant updatedAt,
        long version) {
    static WalletAnswer of(Wallet wallet) {
        CurrencyUnit currency = CurrencyUnit.of(wallet.currency);
        return new WalletAnswer(
                wallet.walletId,
                wallet.customerId,
                wallet.status,
                Money.of(currency, wallet.balance),
                Money.of(currency, wallet.held),
                Money.of(currency, wallet.available),
                wallet.openedAt,
                wallet.updatedAt,
                wallet.version);
    }
}
