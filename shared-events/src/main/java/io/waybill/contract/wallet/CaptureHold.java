package io.waybill.contract.wallet;

import io.waybill.contract.payment.CaptureId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Take a part of what is held, or all of it; {@code capture} is taken once. */
public record CaptureHold(@TargetAggregateIdentifier WalletId walletId, HoldId hold, CaptureId capture, Money amount)
        implements WalletCommand {
    public CaptureHold {
        Amounts.requireNotNegative(amount);
    }
}
