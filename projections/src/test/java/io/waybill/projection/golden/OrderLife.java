package io.waybill.projection.golden;

import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.Rejection.Reason;
import io.waybill.contract.payment.PaymentPart;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** An order from checkout to whatever becomes of it, with its stock, payments, parcels and returns. */
final class OrderLife extends Life {
    private final Shop shop;
    private final OrderPlaced placed;
    private final OrderId id;
    private final Goods goods;
    private final Paying paying;
    private List<OrderLine> lines;
    private int amendments;

    OrderLife(Shop shop) {
        this.shop = shop;
        this.placed = Cart.order(shop);
        this.id = placed.orderId();
        this.goods = new Goods(shop, id);
        this.paying = new Paying(shop, id, placed.payments());
        this.lines = placed.lines();
        then(() -> shop.story.order(placed));
        switch (shop.roll(12)) {
            case 0 -> shortOfStock();
            case 1 -> declined();
            case 2, 3 -> cancelled();
            case 4, 5, 6 -> {
                confirmed();
                amended();
                delivered();
            }
            default -> {
                confirmed();
                delivered();
            }
        }
    }

    private void shortOfStock() {
        LineGroup missing = groups().getLast();
        groups().stream().filter(group -> !group.equals(missing)).forEach(group -> then(() -> goods.reserved(group)));
        then(() -> goods.missing(missing));
        groups().forEach(group -> then(() -> goods.released(group, group.quantity())));
        then(() -> rejected(new Rejection(Reason.SHORT_STOCK, missing.sku(), "none of 2 warehouses had it")));
        forgotten();
    }

    private void declined() {
        reserved();
        then(paying::requested);
        then(paying::declined);
        groups().forEach(group -> then(() -> goods.released(group, group.quantity())));
        then(() -> rejected(new Rejection(Reason.PAYMENT_DECLINED, null, "no funds")));
        forgotten();
    }

    private void cancelled() {
        if (shop.roll(2) == 0) {
            reserved();
            then(paying::requested);
            then(paying::authorized);
        } else {
            confirmed();
        }
        then(() -> shop.story.order(new OrderCancelled(id, shop.roll(2) == 0 ? null : "changed my mind")));
        groups().forEach(group -> then(() -> goods.released(group, group.quantity())));
        then(paying::voided);
        forgotten();
    }

    private void confirmed() {
        reserved();
        then(paying::requested);
        then(paying::authorized);
        then(() -> shop.story.order(new OrderConfirmed(id)));
    }

    private void reserved() {
        groups().forEach(group -> then(() -> goods.reserved(group)));
    }

    /** One piece less of the first line, to another address. */
    private void amended() {
        then(() -> {
            OrderLine first = lines.getFirst();
            List<OrderLine> fewer = new ArrayList<>(lines);
            fewer.set(0, new OrderLine(1, first.sku(), first.description(), first.quantity() - 1, first.unitPrice()));
            lines = fewer;
            amendments++;
            Money total = Cart.total(lines);
            Money less = Cart.total(placed.lines()).minus(total);
            List<PaymentPart> parts = new ArrayList<>(paying.parts);
            PaymentPart last = parts.removeLast();
            parts.add(new PaymentPart(
                    last.paymentId(), last.means(), last.amount().minus(less)));
            paying.parts = parts;
            shop.story.order(new OrderAmended(
                    id, amendments, AmendmentCause.CUSTOMER, shop.address(), lines, groups(), total, parts));
        });
        then(() -> goods.released(groups().getFirst(), 1));
    }

    private void delivered() {
        then(() -> {
            Parcels parcels = new Parcels(shop, this, placed, lines, amendments, goods, paying);
            parcels.told();
            if (parcels.isAnyThere() && shop.roll(2) == 0) {
                new GoodsBack(shop, this, id, lines, paying).told();
            }
            then(() -> shop.story.order(new OrderClosed(
                    id,
                    parcels.isAnyThere()
                            ? shop.any(List.of(ClosingReason.RETURN_WINDOW_OVER, ClosingReason.REQUESTED))
                            : ClosingReason.ALL_LOST)));
            forgotten();
        });
    }

    /** Some guests want to be. */
    private void forgotten() {
        if (placed.customerId() == null && shop.roll(2) == 0) {
            then(() -> shop.story.order(new OrderPersonalDataErased(id, "Asked by letter.")));
        }
    }

    private void rejected(Rejection why) {
        shop.story.order(new OrderRejected(id, List.of(why)));
    }

    private List<LineGroup> groups() {
        return Cart.groups(lines);
    }
}
