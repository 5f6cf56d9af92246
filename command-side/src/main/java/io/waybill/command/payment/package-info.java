/** Payments: what was asked of the provider and what it said. The provider itself is called elsewhere. */
@NullMarked
package io.waybill.command.payment;

import org.jspecify.annotations.NullMarked;
