package io.waybill.contract.shipment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** It shall not leave; nothing happens where it has left. */
public record WithdrawShipment(@TargetAggregateIdentifier ShipmentId shipmentId) implements ShipmentCommand {}
