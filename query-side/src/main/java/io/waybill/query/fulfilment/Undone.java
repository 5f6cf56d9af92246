package io.waybill.query.fulfilment;

import io.waybill.query.fulfilment.Stock.Reservation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that was given back.
 *
 * @param what and {@code why} are for a person
 */
public record Undone(String what, String why, Instant at) {

    static List<Undone> of(Life life, List<Obstacle> obstacles) {
        Stream<Undone> released = life.stock().stream()
                .flatMap(
                        stock -> stock.reservations().stream().flatMap(held -> released(stock, held, life, obstacles)));
        Stream<Undone> voided = life.payments().stream()
                .filter(payment -> payment.status() == Payment.Status.VOIDED)
                .flatMap(payment -> Stream.ofNullable(payment.times().voidedAt())
                        .map(at -> new Undone(payment.named() + " voided", why(payment, at, life, obstacles), at)));
        Stream<Undone> withdrawn = life.shipments().stream()
                .filter(shipment -> shipment.status() == Shipment.Status.WITHDRAWN)
                .flatMap(shipment -> Stream.ofNullable(shipment.endedAt())
                        .map(at -> new Undone(
                                "shipment " + shipment.shipmentId() + " withdrawn", why(at, life, obstacles), at)));
        Stream<Undone> refunded = life.order().refunds().stream()
                .map(refund -> new Undone(
                        refund.covered().plus(refund.uncovered()) + " to be refunded", why(refund, life), refund.at()));
        return Stream.of(released, voided, withdrawn, refunded)
                .flatMap(undone -> undone)
                .sorted(Comparator.comparing(Undone::at))
                .toList();
    }

    private static Stream<Undone> released(Stock stock, Reservation held, Life life, List<Obstacle> obstacles) {
        return Stream.ofNullable(held.releasedAt())
                .map(at -> new Undone(
                        held.released() + " of " + stock.sku() + " in " + stock.warehouse() + " released",
                        why(at, life, obstacles),
                        at));
    }

    private static String why(Payment payment, Instant at, Life life, List<Obstacle> obstacles) {
        return payment.declined() == null
                ? why(at, life, obstacles)
                : "it was declined: " + payment.declined().detail();
    }

    private static String why(OrderFacts.Refund refund, Life life) {
        return life.shipments().stream()
                        .anyMatch(shipment -> shipment.shipmentId().equals(refund.refundId()))
                ? "shipment " + refund.refundId() + " was lost"
                : "return " + refund.refundId() + " was received";
    }

    // An order is rejected after everything was given back, and cancelled before.
    private static String why(Instant at, Life life, List<Obstacle> obstacles) {
        OrderFacts order = life.order();
        if (order.status() == OrderStatus.REJECTED) {
            return order.rejections().stream()
                    .map(OrderFacts.Rejection::detail)
                    .collect(Collectors.joining("; ", "the order was rejected: ", ""));
        }
        if (order.status() == OrderStatus.CANCELLED && !at.isBefore(order.since())) {
            return order.reason() == null ? "the order was cancelled" : "the order was cancelled: " + order.reason();
        }
        if (!obstacles.isEmpty()) {
            return obstacles.stream().map(Obstacle::why).collect(Collectors.joining("; "));
        }
        return order.amendments().stream()
                .filter(amendment -> !amendment.at().isAfter(at))
                .reduce((before, after) -> after)
                .map(amendment -> "amendment " + amendment.number() + " (" + amendment.cause() + ")")
                .orElse("it was not needed any more");
    }
}
