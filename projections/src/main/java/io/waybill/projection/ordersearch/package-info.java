/**
 * Answers: which orders have something to do with these words? One Elasticsearch document for each order and
 * the numbers of its parcels, behind the alias {@code ordersearch}.
 */
@NullMarked
package io.waybill.projection.ordersearch;

import org.jspecify.annotations.NullMarked;
