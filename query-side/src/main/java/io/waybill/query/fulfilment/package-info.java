/**
 * An order's life from {@code fulfilment}: its payments, shipments and returns, and what follows from all of them
 * together: where its fulfilment stands, since when, what it waits for and what was undone. No state of a saga is read: a
 * saga goes by the same events.
 */
@NullMarked
package io.waybill.query.fulfilment;

import org.jspecify.annotations.NullMarked;
