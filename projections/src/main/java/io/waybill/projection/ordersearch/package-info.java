/**
 * Answers: which orders have something to do with these words? One Elasticsearch document for each order, behind the
 * alias {@code ordersearch}. The mapping keeps to what the server's core offers, so it runs on every Elasticsearch.
 */
@NullMarked
package io.waybill.projection.ordersearch;

import org.jspecify.annotations.NullMarked;
