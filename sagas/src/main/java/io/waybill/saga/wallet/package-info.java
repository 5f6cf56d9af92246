/**
 * Wallets as a way to pay: what is asked of a payment is asked of the wallet that it is made with, and what becomes of that
 * goes back to the payment. Stateless; the processor {@code wallet-provider} is never replayed.
 */
@NullMarked
package io.waybill.saga.wallet;

import org.jspecify.annotations.NullMarked;
