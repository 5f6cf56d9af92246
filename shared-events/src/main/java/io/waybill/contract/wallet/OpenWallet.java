package io.waybill.contract.wallet;

import io.waybill.contract.customer.CustomerId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Open a wallet of one currency, with nothing in it. */
public record OpenWallet(
        @TargetAggregateIdentifier WalletId walletId,
        @Nullable CustomerId customerId,
        CurrencyUnit currency) implements WalletCommand {}
