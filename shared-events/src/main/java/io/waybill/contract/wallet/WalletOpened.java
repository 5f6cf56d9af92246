package io.waybill.contract.wallet;

import io.waybill.contract.customer.CustomerId;
import org.axonframework.serialization.Revision;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A wallet is there, with nothing in it. */
@Revision("1")
public record WalletOpened(WalletId walletId, @Nullable CustomerId customerId, CurrencyUnit currency)
        implements WalletEvent {}
