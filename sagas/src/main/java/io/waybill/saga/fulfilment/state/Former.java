package io.waybill.saga.fulfilment.state;

import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fulfilment as releases stored it that took an order no further than to its confirmation. They kept neither lines nor
 * address, so such an order is undone or confirmed as it was then, and not shipped: see {@link #isFormer}.
 */
public final class Former {
    private Former() {}

    /** What they kept of the order. */
    public record Order(OrderId orderId, PaymentId paymentId, Money total, String cardToken) {}

    /** By group number. */
    public static final class Holdings extends TreeMap<Integer, Holding> {
        private static final long serialVersionUID = 1L;
    }

    /** Why the order is about to be rejected. */
    public static final class Reasons extends ArrayList<Rejection> {
        private static final long serialVersionUID = 1L;
    }

    enum Status {
        ASKED,
        HELD,
        SHORT,
        RELEASING,
        RELEASED
    }

    /** @param source which of the group's warehouses was asked, or holds it; those before have said no */
    public record Holding(LineGroup group, int source, Status status) {
        List<Lot> lots() {
            List<Lot> lots = new ArrayList<>();
            List<WarehouseId> sources = group.sources();
            for (int index = 0; index < Math.min(source + 1, sources.size()); index++) {
                Lot lot = Lot.unasked(group.number(), group.sku(), sources.get(index))
                        .asking(group.quantity());
                lots.add(index < source ? lot.refused(0) : now(lot));
            }
            return lots;
        }

        private Lot now(Lot asked) {
            return switch (status) {
                case ASKED -> asked;
                case HELD -> asked.holding(group.quantity());
                case RELEASING -> asked.holding(group.quantity()).keeping(0);
                case SHORT, RELEASED -> asked.refused(0);
            };
        }
    }

    /** The same in today's shape. */
    public static FulfilmentState state(
            Order order, @Nullable Holdings holdings, @Nullable Reasons reasons, boolean voiding) {
        List<Holding> held = holdings == null ? List.of() : List.copyOf(holdings.values());
        List<Rejection> why = reasons == null ? List.of() : reasons;
        PaymentPart part = new PaymentPart(order.paymentId(), PaymentMeans.card(order.cardToken()), order.total());
        boolean paying = held.stream().allMatch(holding -> holding.status() == Status.HELD);
        Fund.Status fund = voiding ? Fund.Status.UNANSWERED : paying ? Fund.Status.ASKED : Fund.Status.WANTED;
        return new FulfilmentState(
                new Terms(order.orderId(), ShortStock.REJECT, LostShipment.REFUND),
                !why.isEmpty() ? Stage.UNDOING : paying ? Stage.PAYING : Stage.FILLING,
                new Target(
                        0,
                        new ShippingAddress(null, null, null, null, "-"),
                        List.of(),
                        held.stream().map(Holding::group).toList(),
                        order.total(),
                        List.of(part)),
                null,
                false,
                held.stream().flatMap(holding -> holding.lots().stream()).toList(),
                List.of(new Fund(part, fund, "")),
                List.of(),
                Notes.NONE.rejected(why),
                Returns.NONE);
    }

    /** Whether nothing is known of what the order is made of, so that it ends with its confirmation. */
    static boolean isFormer(FulfilmentState state) {
        return state.target().lines().isEmpty();
    }
}
