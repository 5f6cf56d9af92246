/** Customers: who they are, for as long as they may be known. */
@NullMarked
package io.waybill.contract.customer;

import org.jspecify.annotations.NullMarked;
