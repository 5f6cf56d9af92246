package io.waybill.contract.shipment;

/** What a shipment can be told to do. */
public sealed interface ShipmentCommand
        permits PrepareShipment,
                RecordBooking,
                DispatchShipment,
                DeliverShipment,
                ReportShipmentLost,
                WithdrawShipment {
    ShipmentId shipmentId();
}
