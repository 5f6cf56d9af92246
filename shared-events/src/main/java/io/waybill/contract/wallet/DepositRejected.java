package io.waybill.contract.wallet;

import io.waybill.contract.payment.RefundId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** A refund could not be paid in. */
@Revision("1")
public record DepositRejected(WalletId walletId, RefundId refund, Money amount, DepositRejection reason)
        implements WalletEvent {}
