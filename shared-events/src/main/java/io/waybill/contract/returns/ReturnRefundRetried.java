package io.waybill.contract.returns;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.wallet.WalletId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Somebody wants the refund tried once more; {@code fallback} is the wallet that takes what the original means cannot. */
@Revision("1")
public record ReturnRefundRetried(
        ReturnId returnId, OrderId orderId, @Nullable WalletId fallback) implements ReturnEvent {}
