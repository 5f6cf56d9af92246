package io.waybill.contract.shipment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** It arrived. */
public record DeliverShipment(@TargetAggregateIdentifier ShipmentId shipmentId) implements ShipmentCommand {}
