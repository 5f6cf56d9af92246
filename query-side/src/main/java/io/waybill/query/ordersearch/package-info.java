/** Orders found by words, from the index {@code ordersearch}. Without Elasticsearch only this is not answered. */
@NullMarked
package io.waybill.query.ordersearch;

import org.jspecify.annotations.NullMarked;
