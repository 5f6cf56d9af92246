/** Answers: how much of a SKU stands in which warehouse, and how much of it is still free? One row for each of them. */
@NullMarked
package io.waybill.projection.stocklevel;

import org.jspecify.annotations.NullMarked;
