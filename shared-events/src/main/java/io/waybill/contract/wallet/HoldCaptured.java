package io.waybill.contract.wallet;

import io.waybill.contract.payment.CaptureId;
import org.axonframework.serialization.Revision;
import org.joda.money.Money;

/** An amount that was held has left the wallet. */
@Revision("1")
public record HoldCaptured(WalletId walletId, HoldId hold, CaptureId capture, Money amount) implements WalletEvent {}
