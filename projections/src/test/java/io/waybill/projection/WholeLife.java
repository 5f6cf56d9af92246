package io.waybill.projection;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationShipped;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ClosingReason;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.shipment.ShipmentBooked;
import io.waybill.contract.shipment.ShipmentDelivered;
import io.waybill.contract.shipment.ShipmentDispatched;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The order of hearts from checkout to doorstep and a little back: hearts from MAIN, lanterns from NORTH, since MAIN has too
 * few; two of the hearts are returned and refunded. Told a stretch at a time, so that a test can stop anywhere.
 */
public final class WholeLife {
    public final OrderPlaced order;
    public final OrderId id;
    public final PaymentPart payment;
    public final ShipmentPrepared hearts;
    public final ShipmentPrepared lanterns;
    public final ReturnId back = new ReturnId(UUID.randomUUID());
    private final List<ReturnItem> items = List.of(new ReturnItem(1, Sku.of("85123A"), 2, pounds("5.10")));
    private final Story story;

    public WholeLife(Story story, OrderPlaced order) {
        this.story = story;
        this.order = order;
        this.id = order.orderId();
        this.payment = order.payments().getFirst();
        this.hearts = packed("MAIN", new ShipmentItem(1, Sku.of("85123A"), 6), "15.30");
        this.lanterns = packed("NORTH", new ShipmentItem(2, Sku.of("71053"), 8), "27.13");
    }

    /** All of it. */
    public static WholeLife told(Story story) {
        WholeLife life = new WholeLife(story, Orders.hearts());
        return life.placed()
                .reserved()
                .paid()
                .prepared()
                .shipped()
                .delivered()
                .returned()
                .closed();
    }

    public static Money pounds(String amount) {
        return Money.parse("GBP " + amount);
    }

    public WholeLife placed() {
        story.order(order).received("85123A@MAIN", 10).received("71053@MAIN", 3).received("71053@NORTH", 20);
        return this;
    }

    public WholeLife reserved() {
        story.reserved("85123A@MAIN", id, 1, 6)
                .shortOf("71053@MAIN", id, 2, 8, 3)
                .reserved("71053@NORTH", id, 2, 8);
        return this;
    }

    public WholeLife paid() {
        story.payment(new PaymentRequested(payment.paymentId(), id, payment.amount(), payment.means()))
                .payment(new PaymentAuthorized(payment.paymentId(), id, payment.amount(), "auth-1"))
                .confirmed(id);
        return this;
    }

    public WholeLife prepared() {
        story.shipment(hearts).shipment(lanterns);
        return this;
    }

    public WholeLife shipped() {
        dispatched(hearts);
        story.order(new OrderPartiallyShipped(id, hearts.shipmentId(), hearts.items(), hearts.value()));
        left(hearts);
        dispatched(lanterns);
        story.order(new OrderShipped(id, lanterns.shipmentId(), lanterns.items(), lanterns.value()));
        left(lanterns);
        return this;
    }

    public WholeLife delivered() {
        story.shipment(new ShipmentDelivered(hearts.shipmentId(), id))
                .shipment(new ShipmentDelivered(lanterns.shipmentId(), id))
                .order(new OrderDelivered(id, List.of()));
        return this;
    }

    public WholeLife requestedBack() {
        story.order(new OrderReturnOpened(id, back, items))
                .returned(new ReturnRequested(back, id, items, "too many", null));
        return this;
    }

    public WholeLife returned() {
        RefundId refund = new RefundId(back.value());
        Money amount = pounds("5.10");
        requestedBack();
        story.returned(new ReturnApproved(back, id))
                .returned(new ReturnReceived(
                        back,
                        id,
                        WarehouseId.of("MAIN"),
                        List.of(new ReceivedItem(1, Sku.of("85123A"), 2, Condition.SELLABLE, amount)),
                        amount))
                .stock(new ReturnRestocked(StockKey.of("85123A@MAIN"), back, 1, 2))
                .order(new OrderRefundRequested(
                        id, refund, List.of(new RefundPart(payment.paymentId(), amount)), pounds("0.00")))
                .payment(new RefundRequested(payment.paymentId(), id, refund, amount, payment.means()))
                .payment(new PaymentRefunded(payment.paymentId(), id, refund, amount))
                .order(new OrderReturnSettled(id, back, items))
                .returned(new ReturnClosed(back, id, ReturnOutcome.REFUNDED));
        return this;
    }

    public WholeLife closed() {
        story.order(new OrderClosed(id, ClosingReason.RETURN_WINDOW_OVER));
        return this;
    }

    public void dispatched(ShipmentPrepared shipment) {
        story.shipment(new ShipmentBooked(shipment.shipmentId(), id, "DHL", "JD014600003"))
                .shipment(new ShipmentDispatched(shipment.shipmentId(), id, "DHL", "JD014600003"));
    }

    private void left(ShipmentPrepared shipment) {
        CaptureId capture = new CaptureId(shipment.shipmentId().value());
        ShipmentItem item = shipment.items().getFirst();
        story.stock(new ReservationShipped(
                        new StockKey(item.sku(), shipment.warehouse()),
                        new ReservationId(id, item.group()),
                        shipment.shipmentId(),
                        item.quantity()))
                .payment(new CaptureRequested(payment.paymentId(), id, capture, shipment.value(), payment.means()))
                .payment(new PaymentCaptured(payment.paymentId(), id, capture, shipment.value()));
    }

    private ShipmentPrepared packed(String warehouse, ShipmentItem item, String value) {
        return new ShipmentPrepared(
                new ShipmentId(UUID.randomUUID()),
                id,
                0,
                WarehouseId.of(warehouse),
                List.of(item),
                pounds(value),
                order.shipTo(),
                null);
    }

    /** A product that got dearer, and two wallets between which 3 pounds moved. */
    public static void catalogueAndWallets(Story story) {
        Sku sku = Sku.of("85123A");
        WalletId ada = new WalletId(UUID.randomUUID());
        WalletId blaise = new WalletId(UUID.randomUUID());
        TransferId transfer = new TransferId(UUID.randomUUID());
        HoldId hold = new HoldId(transfer.value());
        Money three = pounds("3.00");
        story.product(new ProductRegistered(sku, "HEART", Orders.money("GBP", "2.55")))
                .product(new PriceChanged(sku, Orders.money("GBP", "2.955"), Orders.money("GBP", "2.55")))
                .product(new ProductRevised(sku, "WHITE HANGING HEART"))
                .wallet(new WalletOpened(ada, CustomerId.of("17850"), CurrencyUnit.GBP))
                .wallet(new WalletOpened(blaise, null, CurrencyUnit.GBP))
                .wallet(new FundsDeposited(ada, new DepositId(UUID.randomUUID()), pounds("10.00")))
                .transfer(new TransferRequested(transfer, ada, blaise, three))
                .wallet(new FundsHeld(ada, hold, three))
                .wallet(new HoldCaptured(ada, hold, new CaptureId(transfer.value()), three))
                .wallet(new FundsDeposited(blaise, new DepositId(transfer.value()), three))
                .wallet(new FundsHeld(ada, new HoldId(UUID.randomUUID()), pounds("1.00")))
                .transfer(new TransferCompleted(transfer, ada, blaise, three));
    }
}
