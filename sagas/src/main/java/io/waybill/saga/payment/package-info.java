/**
 * Calls the payment provider: the only place that does. What it says goes back to the payment as a command. Side effects
 * outside live here, so this handler is never replayed.
 */
@NullMarked
package io.waybill.saga.payment;

import org.jspecify.annotations.NullMarked;
