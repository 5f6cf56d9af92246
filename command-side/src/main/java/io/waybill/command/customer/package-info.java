/** Customers: who they are, for as long as they may be known. Orders name them and need not find them here. */
@NullMarked
package io.waybill.command.customer;

import org.jspecify.annotations.NullMarked;
