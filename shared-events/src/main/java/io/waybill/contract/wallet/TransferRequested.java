package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount is to be moved. */
@Revision("1")
public record TransferRequested(TransferId transferId, WalletId source, WalletId target, Money amount)
        implements TransferEvent {}
