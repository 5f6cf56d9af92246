/** Orders found by words, from the index {@code ordersearch}. */
@NullMarked
package io.waybill.query.ordersearch;

import org.jspecify.annotations.NullMarked;
