package io.waybill.contract.shipment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** It leaves the warehouse; without carrier and number, with those that were booked. */
public record DispatchShipment(
        @TargetAggregateIdentifier ShipmentId shipmentId,
        @Nullable String carrier,
        @Nullable String trackingNumber) implements ShipmentCommand {}
