/**
 * What Axon on PostgreSQL and Kafka needs and does not have. This root package holds what both ends of the way share: the
 * stored names of events, their serializer, and the metadata that says where an event came from. No business type.
 */
@NullMarked
package io.waybill.eventing;

import org.jspecify.annotations.NullMarked;
