package io.waybill.contract.payment;

import io.waybill.contract.order.OrderId;
import io.waybill.contract.wallet.WalletId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What may still be held for this payment is to be given back; {@code wallet} holds it, or without one the card's provider. */
@Revision("2")
public record VoidRequested(
        PaymentId paymentId, OrderId orderId, @Nullable WalletId wallet) implements PaymentEvent {}
