/** Products found by words, from the index {@code productsearch}. */
@NullMarked
package io.waybill.query.productsearch;

import org.jspecify.annotations.NullMarked;
