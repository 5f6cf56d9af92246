/** Answers: what was ordered, by whom, and what has become of it? One row for each order. */
@NullMarked
package io.waybill.projection.ordersummary;

import org.jspecify.annotations.NullMarked;
