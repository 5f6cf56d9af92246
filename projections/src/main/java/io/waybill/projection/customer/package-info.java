/** Answers: who is the customer behind a number, for as long as they may be known? One row for each customer. */
@NullMarked
package io.waybill.projection.customer;

import org.jspecify.annotations.NullMarked;
