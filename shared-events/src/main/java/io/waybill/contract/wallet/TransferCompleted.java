package io.waybill.contract.wallet;

import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** The amount was moved. */
@Revision("1")
public record TransferCompleted(TransferId transferId, WalletId source, WalletId target, Money amount)
        implements TransferEvent {}
