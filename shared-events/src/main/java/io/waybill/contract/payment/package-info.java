/** Payments: money asked for, authorized, declined and given back. */
@NullMarked
package io.waybill.contract.payment;

import org.jspecify.annotations.NullMarked;
