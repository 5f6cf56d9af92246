/** Compares what the event store holds with what stands on the topic, event by event. It reads only, and decides nothing. */
@NullMarked
package io.waybill.eventing.verify;

import org.jspecify.annotations.NullMarked;
