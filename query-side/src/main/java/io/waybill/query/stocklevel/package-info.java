/** Stock of a SKU from {@code stocklevel}, by warehouse and in all. */
@NullMarked
package io.waybill.query.stocklevel;

import org.jspecify.annotations.NullMarked;
