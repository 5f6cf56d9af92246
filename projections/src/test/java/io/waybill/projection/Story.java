package io.waybill.projection;

import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.ReservationReleased;
import io.waybill.contract.inventory.StockEvent;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReceived;
import io.waybill.contract.inventory.StockReservationRejected;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.returns.ReturnEvent;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.contract.wallet.TransferEvent;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.kafka.LogPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;

/** What happened, told event by event, as the log would hand it out: numbered, versioned, one a second. */
public final class Story {
    public static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
    public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Map<String, String> METADATA = Map.of(
            Provenance.ACTOR, "ada",
            Provenance.COMMAND, "ACommand",
            Provenance.CORRELATION_ID, "correlation-1",
            Provenance.CAUSATION_ID, "cause-1",
            Provenance.TRACEPARENT, "00-" + TRACE + "-00f067aa0ba902b7-01");

    private final List<TrackedEventMessage<?>> events = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();
    private int taken;

    /** Everything so far, in order, but for what was taken. */
    public List<TrackedEventMessage<?>> events() {
        return List.copyOf(events);
    }

    /** The same, which is not kept here any more: a long story need not stay in memory. */
    public List<TrackedEventMessage<?>> take() {
        List<TrackedEventMessage<?>> some = events();
        taken += some.size();
        events.clear();
        return some;
    }

    /** How many events there are so far, with those that were taken. */
    public int size() {
        return taken + events.size();
    }

    public OrderId placed(OrderPlaced order) {
        order(order);
        return order.orderId();
    }

    public Story confirmed(OrderId order) {
        return order(new OrderConfirmed(order));
    }

    public Story rejected(OrderId order, Rejection... reasons) {
        return order(new OrderRejected(order, List.of(reasons)));
    }

    /** @param stock {@code SKU@WAREHOUSE} */
    public Story received(String stock, int quantity) {
        return stock(new StockReceived(StockKey.of(stock), quantity));
    }

    public Story reserved(String stock, OrderId order, int quantity) {
        return reserved(stock, order, 1, quantity);
    }

    public Story reserved(String stock, OrderId order, int group, int quantity) {
        return stock(new StockReserved(StockKey.of(stock), new ReservationId(order, group), quantity));
    }

    public Story released(String stock, OrderId order, int quantity) {
        return released(stock, order, 1, quantity);
    }

    public Story released(String stock, OrderId order, int group, int quantity) {
        return stock(new ReservationReleased(StockKey.of(stock), new ReservationId(order, group), quantity));
    }

    public Story shortOf(String stock, OrderId order, int quantity, int available) {
        return shortOf(stock, order, 1, quantity, available);
    }

    public Story shortOf(String stock, OrderId order, int group, int quantity, int available) {
        return stock(
                new StockReservationRejected(StockKey.of(stock), new ReservationId(order, group), quantity, available));
    }

    /** An event of any aggregate. */
    public Story happened(String aggregateType, String aggregateId, Object event) {
        long version = versions.merge(aggregateId, 0L, (last, zero) -> last + 1);
        Instant at = BEGIN.plusSeconds(size());
        LogPosition position = new LogPosition(size() + 1L, List.of());
        events.add(new GenericTrackedDomainEventMessage<>(
                position,
                new GenericDomainEventMessage<>(
                        aggregateType, aggregateId, version, new GenericMessage<>(event, METADATA), at)));
        return this;
    }

    public Story customer(CustomerEvent event) {
        return happened("Customer", DataSubject.of(event.customerId()).toString(), event);
    }

    public Story order(OrderEvent event) {
        return happened("Order", event.orderId().toString(), event);
    }

    public Story stock(StockEvent event) {
        return happened("Stock", event.stock().toString(), event);
    }

    public Story payment(PaymentEvent event) {
        return happened("Payment", event.paymentId().toString(), event);
    }

    public Story shipment(ShipmentEvent event) {
        return happened("Shipment", event.shipmentId().toString(), event);
    }

    public Story returned(ReturnEvent event) {
        return happened("Return", event.returnId().toString(), event);
    }

    public Story product(ProductEvent event) {
        return happened("Product", event.sku().toString(), event);
    }

    public Story wallet(WalletEvent event) {
        return happened("Wallet", event.walletId().toString(), event);
    }

    public Story transfer(TransferEvent event) {
        return happened("Transfer", event.transferId().toString(), event);
    }
}
