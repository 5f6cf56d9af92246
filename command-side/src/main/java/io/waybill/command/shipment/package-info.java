/** Shipments: packed, booked, on their way, arrived or lost. Whether one may leave, its order has a say in. */
@NullMarked
package io.waybill.command.shipment;

import org.jspecify.annotations.NullMarked;
