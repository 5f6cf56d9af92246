package io.waybill.contract.returns;

import io.waybill.contract.wallet.WalletId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Try once more to refund what came back; {@code fallback} replaces the wallet that takes it, if there is one. */
public record RetryRefund(
        @TargetAggregateIdentifier ReturnId returnId,
        @Nullable WalletId fallback) implements ReturnCommand {}
