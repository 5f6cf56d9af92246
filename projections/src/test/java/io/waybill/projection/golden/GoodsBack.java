package io.waybill.projection.golden;

import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import java.util.List;
import org.joda.money.Money;

/** One piece of an order's first line on its way back. */
final class GoodsBack {
    private final Shop shop;
    private final Life life;
    private final OrderId order;
    private final ReturnId id;
    private final List<ReturnItem> items;
    private final Paying paying;

    GoodsBack(Shop shop, Life life, OrderId order, List<OrderLine> lines, Paying paying) {
        this.shop = shop;
        this.life = life;
        this.order = order;
        this.id = new ReturnId(shop.id());
        OrderLine first = lines.getFirst();
        this.items = List.of(new ReturnItem(1, first.sku(), first.quantity(), first.total()).only(1));
        this.paying = paying;
    }

    /** Plans it. */
    void told() {
        life.then(() -> shop.story
                .order(new OrderReturnOpened(order, id, items))
                .returned(new ReturnRequested(
                        id,
                        order,
                        items,
                        "They do not match the curtains.",
                        shop.wallets.isEmpty() || shop.roll(2) == 0 ? null : shop.any(shop.wallets))));
        switch (shop.roll(5)) {
            case 0 -> life.then(() -> shop.story.returned(new ReturnDeclined(id, order, "They were used.")));
            case 1 -> {
                approved();
                ended(ReturnOutcome.NOT_RECEIVED);
            }
            case 2 -> {
                approved();
                received(Condition.DAMAGED, true);
                ended(ReturnOutcome.REFUNDED);
            }
            default -> {
                approved();
                received(Condition.SELLABLE, false);
                ended(ReturnOutcome.REFUNDED);
            }
        }
    }

    private void approved() {
        life.then(() -> shop.story.returned(new ReturnApproved(id, order)));
    }

    private void received(Condition condition, boolean isRefusedFirst) {
        ReturnItem item = items.getFirst();
        WarehouseId main = Shop.WAREHOUSES.getFirst();
        RefundId refund = new RefundId(id.value());
        life.then(() -> shop.story.returned(new ReturnReceived(
                id, order, main, List.of(new ReceivedItem(1, item.sku(), 1, condition, item.value())), item.value())));
        if (condition == Condition.SELLABLE) {
            StockKey stock = new StockKey(item.sku(), main);
            life.then(() -> {
                shop.story.stock(new ReturnRestocked(stock, id, 1, 1));
                shop.moved(stock, 1);
            });
        }
        life.then(() -> {
            List<RefundPart> shares = paying.shares(item.value());
            shop.story.order(new OrderRefundRequested(
                    order, refund, shares, Money.zero(item.value().getCurrencyUnit())));
            paying.refunded(refund, shares, isRefusedFirst);
            if (isRefusedFirst) {
                shop.story.returned(new ReturnRefundRetried(id, order, null));
            }
        });
    }

    private void ended(ReturnOutcome outcome) {
        life.then(() -> shop.story
                .order(new OrderReturnSettled(order, id, items))
                .returned(new ReturnClosed(id, order, outcome)));
    }
}
