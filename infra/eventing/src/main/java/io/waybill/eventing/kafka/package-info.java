/**
 * Events from Kafka for Axon's streaming processors: one total order over all partitions, each event once, with a token
 * that says exactly how far a reader is.
 */
@NullMarked
package io.waybill.eventing.kafka;

import org.jspecify.annotations.NullMarked;
