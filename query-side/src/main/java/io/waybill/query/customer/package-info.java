/** Customers from {@code customer}, each by the merchant's number. */
@NullMarked
package io.waybill.query.customer;

import org.jspecify.annotations.NullMarked;
