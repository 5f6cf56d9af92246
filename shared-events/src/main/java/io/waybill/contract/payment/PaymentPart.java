package io.waybill.contract.payment;

import org.joda.money.Money;

/** One of the payments that an order is paid with. */
public record PaymentPart(PaymentId paymentId, PaymentMeans means, Money amount) {}
