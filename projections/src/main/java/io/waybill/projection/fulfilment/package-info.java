/**
 * Answers: what has each aggregate to do with an order, and since when? One row for each order and aggregate: the order
 * itself, stock, payments, shipments and returns. What follows from all of them together is told where they are read.
 */
@NullMarked
package io.waybill.projection.fulfilment;

import org.jspecify.annotations.NullMarked;
