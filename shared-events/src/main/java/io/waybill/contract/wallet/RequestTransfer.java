package io.waybill.contract.wallet;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;

/** Move an amount, which is positive, from one wallet to another one. */
public record RequestTransfer(
        @TargetAggregateIdentifier TransferId transferId, WalletId source, WalletId target, Money amount)
        implements TransferCommand {
    public RequestTransfer {
        Amounts.requirePositive(amount);
        if (source.equals(target)) {
            throw new IllegalArgumentException("a transfer is from one wallet to another");
        }
    }
}
