/**
 * Calls the payment provider for payments by card: the only place that does. What it says goes back to the payment as a
 * command. Side effects outside live here, so the processor {@code payment-provider} is never replayed.
 */
@NullMarked
package io.waybill.saga.payment;

import org.jspecify.annotations.NullMarked;
