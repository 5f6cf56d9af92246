package io.waybill.bench;

import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.projection.Story;
import java.util.UUID;

/** The stock of one popular product: it comes in, is held for orders, and leaves some orders later. */
final class LongHistory {
    static final int VERSIONS = 2_000;

    /** No product of the shop, so that nothing else is in its history. */
    static final StockKey STOCK = StockKey.of("99999@MAIN");

    /** How many orders it is held for at a time. */
    private static final int OPEN = 40;

    private static final int PIECES = 6;

    private LongHistory() {}

    static Story story() {
        Story story = new Story().received(STOCK.toString(), 1_000_000);
        int held = 0;
        int left = 0;
        while (story.size() < VERSIONS) {
            if (held - left < OPEN) {
                story.stock(new StockReserved(STOCK, reservation(held++), PIECES));
            } else {
                ShipmentId shipment = new ShipmentId(new UUID(0x7000, left));
                story.stock(new ReservationShipped(STOCK, reservation(left++), shipment, PIECES));
            }
        }
        return story;
    }

    private static ReservationId reservation(int order) {
        return new ReservationId(new OrderId(new UUID(0x7001, order)), 1);
    }
}
