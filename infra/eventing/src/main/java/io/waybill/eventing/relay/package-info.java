/** From the event store to Kafka: the only publisher there is, in order, in batches, each acknowledged as a whole. */
@NullMarked
package io.waybill.eventing.relay;

import org.jspecify.annotations.NullMarked;
