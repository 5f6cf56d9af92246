package io.waybill.contract.order;

import io.waybill.contract.payment.PaymentId;
import org.joda.money.Money;

/** What one of an order's payments refunds. */
public record RefundPart(PaymentId paymentId, Money amount) {}
