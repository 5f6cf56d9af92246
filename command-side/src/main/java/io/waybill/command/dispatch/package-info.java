/**
 * How a command gets to its aggregate, from whichever edge it came: who sent it, once for each idempotency key, again when
 * another change came first.
 */
@NullMarked
package io.waybill.command.dispatch;

import org.jspecify.annotations.NullMarked;
