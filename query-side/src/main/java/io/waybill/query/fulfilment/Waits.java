package io.waybill.query.fulfilment;

import io.waybill.query.fulfilment.OrderFacts.Group;
import io.waybill.query.fulfilment.OrderFacts.Loss;
import io.waybill.query.fulfilment.Shipment.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What has to happen before an order's fulfilment goes on, in words. */
final class Waits {
    private Waits() {}

    static List<String> of(Life life, Step step, Reserving reserving) {
        Stream<String> next = switch (step) {
            case RESERVING -> reserving.missing().stream().map(group -> stock(group, reserving));
            case PAYING -> unpaid(life).stream();
            case CONFIRMING -> Stream.of("the order's confirmation");
            case UNDOING -> undoing(life).stream();
            case PREPARING -> reserving.unpackedIn().stream().map(warehouse -> "a shipment from " + warehouse);
            case SHIPPING -> dispatches(life);
            case DELIVERING -> orElse(deliveries(life), "the order's delivery");
            case RETURN_WINDOW -> orElse(returns(life), "the end of the return window");
            case ENDED -> Stream.empty();
        };
        return Stream.concat(next, moves(life)).toList();
    }

    /** The order's payments that are not authorized. */
    static List<String> unpaid(Life life) {
        return life.order().payments().stream()
                .filter(id -> life.payment(id).filter(Payment::isAuthorized).isEmpty())
                .map(id -> life.payment(id).map(Payment::named).orElse("payment " + id))
                .toList();
    }

    /** What an order that came to nothing still has. */
    static List<String> leftToUndo(Life life) {
        Stream<String> held = life.stock().stream()
                .filter(stock -> stock.reservations().stream().anyMatch(reservation -> reservation.held() > 0))
                .map(stock -> "release of " + stock.sku() + " in " + stock.warehouse());
        Stream<String> authorized =
                life.payments().stream().filter(Payment::mayHold).map(payment -> "void of " + payment.named());
        Stream<String> packed = life.shipments().stream()
                .filter(Shipment::isPacked)
                .map(shipment -> "withdrawal of " + named(shipment));
        return Stream.of(held, authorized, packed).flatMap(waits -> waits).toList();
    }

    private static String stock(Group group, Reserving reserving) {
        Optional<String> next = reserving.next(group);
        if (next.isPresent()) {
            return "stock of " + group.sku() + " in " + next.get();
        }
        // All have answered: what is there is put together from several, or the order goes without.
        return reserving.isShort(group)
                ? "an amendment without " + group.sku()
                : "stock of " + group.sku() + " in several warehouses";
    }

    private static List<String> undoing(Life life) {
        OrderFacts order = life.order();
        boolean ended = order.status() == OrderStatus.REJECTED || order.status() == OrderStatus.CANCELLED;
        if (!ended && !order.amendments().isEmpty()) {
            return List.of("the order as it was before amendment "
                    + order.amendments().getLast().number());
        }
        List<String> left = leftToUndo(life);
        return left.isEmpty() ? List.of("the order's rejection") : left;
    }

    private static Stream<String> dispatches(Life life) {
        return life.shipments().stream().filter(Shipment::isPacked).map(shipment -> "dispatch of " + named(shipment));
    }

    private static Stream<String> deliveries(Life life) {
        Stream<String> underway = life.shipments().stream()
                .filter(shipment -> shipment.status() == Status.DISPATCHED)
                .map(shipment -> "delivery of " + named(shipment));
        Stream<String> lost = life.shipments().stream()
                .filter(shipment -> shipment.status() == Status.LOST && !isMadeGood(shipment.shipmentId(), life))
                .map(shipment -> (life.order().onLoss() == Loss.RESHIP ? "a replacement of " : "the refund of ")
                        + named(shipment));
        return Stream.of(dispatches(life), underway, lost).flatMap(waits -> waits);
    }

    private static boolean isMadeGood(UUID lost, Life life) {
        return life.order().refunds().stream()
                        .anyMatch(refund -> refund.refundId().equals(lost))
                || life.shipments().stream().anyMatch(shipment -> lost.equals(shipment.replaces()));
    }

    private static Stream<String> returns(Life life) {
        return life.returns().stream().flatMap(back -> switch (back.status()) {
            case REQUESTED -> Stream.of("a decision on return " + back.returnId());
            case APPROVED -> Stream.of("the pieces of return " + back.returnId());
            case RECEIVED -> Stream.of("the refund of return " + back.returnId());
            case DECLINED, CLOSED -> Stream.empty();
        });
    }

    private static Stream<String> moves(Life life) {
        return life.payments().stream()
                .flatMap(payment -> payment.moves().stream()
                        .filter(move -> move.refused() == null)
                        .map(move -> (move.what().equals("CAPTURE") ? "capture" : "refund") + " of " + move.amount()
                                + " of " + payment.named()));
    }

    private static Stream<String> orElse(Stream<String> waits, String otherwise) {
        List<String> list = waits.toList();
        return list.isEmpty() ? Stream.of(otherwise) : list.stream();
    }

    private static String named(Shipment shipment) {
        return "shipment " + shipment.shipmentId() + " from " + shipment.warehouse();
    }
}
