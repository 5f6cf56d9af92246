package io.waybill.contract.shipment;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** It will never arrive. */
public record ReportShipmentLost(
        @TargetAggregateIdentifier ShipmentId shipmentId,
        @Nullable String detail) implements ShipmentCommand {}
