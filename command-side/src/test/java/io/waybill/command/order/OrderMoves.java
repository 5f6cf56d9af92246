package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.mugs;
import static io.waybill.command.order.OrderStories.teas;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.CloseOrder;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.ConfirmOrder;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderCommand;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.RecordDelivery;
import io.waybill.contract.order.RecordShipment;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RejectOrder;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/**
 * A command that makes sense for an order as it stands, or is a little too much for it.
 *
 * @param a one of three numbers from 0 that choose what the command is about
 */
record OrderMoves(Kind kind, int a, int b, int c) {
    enum Kind {
        CONFIRM,
        CONFIRM_STALE,
        REJECT,
        CANCEL,
        AMEND,
        UNDO,
        SHIP,
        SHIP_TOO_MUCH,
        DELIVER,
        OPEN_RETURN,
        SETTLE_RETURN,
        CLOSE,
        REFUND
    }

    /** @param step makes the ids of what is new */
    OrderCommand command(OrderState now, int step) {
        UUID fresh = new UUID(1, step);
        int amendment = now.terms().amendment();
        return switch (kind) {
            case CONFIRM -> new ConfirmOrder(ORDER, amendment);
            case CONFIRM_STALE -> new ConfirmOrder(ORDER, amendment - 1);
            case REJECT -> new RejectOrder(ORDER, List.of());
            case CANCEL -> new CancelOrder(ORDER, null);
            case AMEND -> amend(fresh, AmendmentCause.CUSTOMER, null, List.of());
            case UNDO ->
                amend(
                        fresh,
                        AmendmentCause.UNDONE,
                        amendment - a % 2,
                        List.of(now.terms().payments().getLast().paymentId()));
            case SHIP -> ship(fresh, now, 0);
            case SHIP_TOO_MUCH -> ship(fresh, now, 1);
            case DELIVER ->
                new RecordDelivery(
                        ORDER,
                        now.departures().shipments().keySet().stream()
                                .sorted((one, other) -> one.value().compareTo(other.value()))
                                .limit(a % 3)
                                .toList());
            case OPEN_RETURN -> new OpenReturn(ORDER, new ReturnId(fresh), Map.of(1 + a % 3, 1 + b % 3));
            case SETTLE_RETURN -> settle(now);
            case CLOSE -> new CloseOrder(ORDER, a % 2 == 0 ? ClosingReason.ALL_LOST : ClosingReason.REQUESTED);
            case REFUND -> new RefundOrder(ORDER, new RefundId(new UUID(2, a % 3)), Money.parse("GBP 5.00"));
        };
    }

    private AmendOrder amend(UUID fresh, AmendmentCause cause, Integer basis, List<PaymentId> dropped) {
        List<OrderLine> lines = List.of(mugs(1, 1 + a, "0.335"), mugs(2, 1 + b, "0.005"), teas(3, 1 + c));
        return new AmendOrder(
                ORDER, cause, lines.subList(0, 1 + a % 3), null, Map.of(), new PaymentId(fresh), basis, dropped);
    }

    private RecordShipment ship(UUID fresh, OrderState now, int tooMany) {
        List<LineGroup> groups = now.terms().groups();
        LineGroup group = groups.get(a % groups.size());
        int left = group.quantity() - gone(now).getOrDefault(group.number(), 0);
        int quantity = tooMany + Math.max(1, left - b % 2);
        return new RecordShipment(
                ORDER,
                new ShipmentId(fresh),
                now.terms().amendment(),
                List.of(new ShipmentItem(group.number(), group.sku(), quantity)),
                value(now, quantity));
    }

    /** What so many more pieces cost, if all cost the same; that of all shipments adds up to the order's total. */
    private static Money value(OrderState now, int pieces) {
        Money total = Terms.total(now.terms().lines());
        int all = pieces(now).values().stream().mapToInt(Integer::intValue).sum();
        int gone = gone(now).values().stream().mapToInt(Integer::intValue).sum();
        return part(total, gone + pieces, all).minus(part(total, gone, all));
    }

    private static Money part(Money total, int pieces, int all) {
        return total.multipliedBy(pieces).dividedBy(all, RoundingMode.HALF_EVEN);
    }

    private SettleReturn settle(OrderState now) {
        ReturnId open = now.returns().open().keySet().stream()
                .min((one, other) -> one.value().compareTo(other.value()))
                .orElse(new ReturnId(new UUID(3, 3)));
        Map<Integer, Integer> came = new HashMap<>();
        for (ReturnItem item : now.returns().open().getOrDefault(open, List.of())) {
            came.put(item.line(), Math.max(0, item.quantity() - a % 2));
        }
        return new SettleReturn(ORDER, open, came);
    }

    static Map<Integer, Integer> gone(OrderState now) {
        Map<Integer, Integer> gone = new HashMap<>();
        now.departures().shipments().values().stream()
                .flatMap(departure -> departure.items().stream())
                .forEach(item -> gone.merge(item.group(), item.quantity(), Integer::sum));
        return gone;
    }

    static Map<Sku, Integer> pieces(OrderState now) {
        Map<Sku, Integer> pieces = new HashMap<>();
        now.terms().lines().forEach(line -> pieces.merge(line.sku(), line.quantity(), Integer::sum));
        return pieces;
    }
}
