package io.waybill.query.fulfilment;

import io.waybill.query.fulfilment.OrderFacts.ShortStock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Why an order as it is will not be filled. */
record Obstacle(String why, Instant at) {

    static List<Obstacle> of(Life life, Reserving reserving) {
        OrderStatus status = life.order().status();
        if (status != OrderStatus.PLACED && status != OrderStatus.CONFIRMED) {
            return List.of();
        }
        List<Obstacle> found = Stream.concat(shortages(life.order(), reserving), payments(life))
                .toList();
        return found.isEmpty() ? givenBack(reserving) : found;
    }

    private static Stream<Obstacle> shortages(OrderFacts order, Reserving reserving) {
        if (order.onShortStock() == ShortStock.SHIP_AVAILABLE) {
            return Stream.empty();
        }
        return reserving.missing().stream()
                .filter(reserving::isShort)
                .map(group -> new Obstacle("short of " + group.sku(), reserving.refusedAt(group)));
    }

    private static Stream<Obstacle> payments(Life life) {
        return life.order().payments().stream()
                .flatMap(id -> life.payment(id).stream())
                .filter(payment -> payment.declined() != null || payment.times().voidRequestedAt() != null)
                .filter(payment -> !payment.isAuthorized())
                .map(Obstacle::of);
    }

    // What is needed and was given back nevertheless: whoever reserved it did not get the rest.
    private static List<Obstacle> givenBack(Reserving reserving) {
        return reserving.missing().stream()
                .flatMap(group ->
                        reserving
                                .givenBackAt(group)
                                .map(at -> new Obstacle(group.sku() + " was given back", at))
                                .stream())
                .toList();
    }

    private static Obstacle of(Payment payment) {
        Payment.Times times = payment.times();
        Instant at = times.declinedAt() == null ? times.voidRequestedAt() : times.declinedAt();
        String how = payment.declined() == null
                ? " is given up"
                : " was declined: " + payment.declined().detail();
        return new Obstacle(payment.named() + how, at == null ? times.requestedAt() : at);
    }
}
