package io.waybill.command.inventory;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;

/** What happened to the mugs in the main warehouse. */
final class Stocks {
    static final StockKey MUGS = StockKey.of("MUG@MAIN");
    static final ReservationId FIRST = reservation(1);
    static final ReservationId SECOND = reservation(2);
    static final ShipmentId SHIPMENT = ShipmentId.of("01900000-0000-7000-8000-000000000005");
    static final ShipmentId NEXT_SHIPMENT = ShipmentId.of("01900000-0000-7000-8000-000000000006");
    static final ReturnId RETURN = ReturnId.of("01900000-0000-7000-8000-000000000007");

    private Stocks() {}

    static ReservationId reservation(int group) {
        return new ReservationId(OrderId.of("01900000-0000-7000-8000-000000000001"), group);
    }

    static StockReceived received(int quantity) {
        return new StockReceived(MUGS, quantity);
    }

    static StockReserved reserved(ReservationId reservation, int quantity) {
        return new StockReserved(MUGS, reservation, quantity);
    }

    static ReservationReleased released(ReservationId reservation, int quantity) {
        return new ReservationReleased(MUGS, reservation, quantity);
    }

    static ReservationShipped shipped(ReservationId reservation, int quantity) {
        return new ReservationShipped(MUGS, reservation, SHIPMENT, quantity);
    }

    static StockCounted counted(int counted, int before, int uncovered) {
        return new StockCounted(MUGS, counted, before, uncovered, null);
    }
}
