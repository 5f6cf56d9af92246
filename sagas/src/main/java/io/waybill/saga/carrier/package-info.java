/**
 * Calls the carrier that fetches shipments: the only place that does. What it says goes back to the shipment as a command.
 * Side effects outside live here, so the processor {@code carrier} is never replayed.
 */
@NullMarked
package io.waybill.saga.carrier;

import org.jspecify.annotations.NullMarked;
