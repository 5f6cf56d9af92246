/**
 * The event store on PostgreSQL: an Axon storage engine that appends, and a log that reads everything in its final order.
 */
@NullMarked
package io.waybill.eventing.store;

import org.jspecify.annotations.NullMarked;
