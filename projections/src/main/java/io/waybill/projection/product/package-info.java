/** Answers: what is a SKU called, what does it cost now, and can it still be ordered? One row for each product. */
@NullMarked
package io.waybill.projection.product;

import org.jspecify.annotations.NullMarked;
