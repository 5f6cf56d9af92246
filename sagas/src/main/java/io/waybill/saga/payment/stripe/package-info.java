/**
 * Stripe as the payment provider, by its official client: a payment is a PaymentIntent that is captured by hand. Chosen by
 * {@code waybill.payment-provider.kind=stripe}.
 */
@NullMarked
package io.waybill.saga.payment.stripe;

import org.jspecify.annotations.NullMarked;
