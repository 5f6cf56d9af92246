package io.waybill.contract.shipment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A carrier will fetch it. */
public record RecordBooking(@TargetAggregateIdentifier ShipmentId shipmentId, String carrier, String trackingNumber)
        implements ShipmentCommand {}
