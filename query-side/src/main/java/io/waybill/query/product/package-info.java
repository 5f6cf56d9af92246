/** Products from {@code product}, each by its SKU. */
@NullMarked
package io.waybill.query.product;

import org.jspecify.annotations.NullMarked;
