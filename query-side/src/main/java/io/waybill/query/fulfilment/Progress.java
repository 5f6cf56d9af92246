package io.waybill.query.fulfilment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where an order's fulfilment stands: a function of what happened to the order, its stock, payments, shipments and returns,
 * and of nothing else. The saga that moves it on goes by the same events.
 *
 * <pre>
 *  the order is          and                                              step
 *  PLACED, CONFIRMED     something cannot be had or paid                  UNDOING
 *  PLACED, CONFIRMED     not all of it is held                            RESERVING
 *  PLACED, CONFIRMED     not all of its payments are authorized           PAYING
 *  PLACED                                                                 CONFIRMING
 *  CONFIRMED             something that is held is in no shipment         PREPARING
 *  CONFIRMED                                                              SHIPPING
 *  PARTIALLY_SHIPPED                                                      SHIPPING
 *  SHIPPED                                                                DELIVERING
 *  DELIVERED                                                              RETURN_WINDOW
 *  REJECTED, CANCELLED   something is still held, authorized or packed    UNDOING
 *  REJECTED, CANCELLED                                                    ENDED
 *  CLOSED                                                                 ENDED
 * </pre>
 *
 * An order that may go without what cannot be had stays RESERVING until it was amended.
 *
 * @param since when it came to this step
 * @param waitsFor what has to happen next, for a person; at most {@value #MAX_TOLD}
 * @param undone what was given back, and why, in the order in which it was; at most the last {@value #MAX_TOLD}
 */
public record Progress(Step step, Instant since, List<String> waitsFor, List<Undone> undone) {
    /** More than these nobody reads; an order may have a thousand lines. */
    static final int MAX_TOLD = 100;

    public static Progress of(Life life) {
        Reserving reserving = new Reserving(life);
        List<Obstacle> obstacles = Obstacle.of(life, reserving);
        Step step = step(life, reserving, obstacles);
        List<Undone> undone = Undone.of(life, obstacles);
        return new Progress(
                step,
                since(life, step, obstacles, undone),
                Waits.of(life, step, reserving).stream().limit(MAX_TOLD).toList(),
                undone.subList(Math.max(0, undone.size() - MAX_TOLD), undone.size()));
    }

    private static Step step(Life life, Reserving reserving, List<Obstacle> obstacles) {
        return switch (life.order().status()) {
            case PLACED, CONFIRMED -> filling(life, reserving, obstacles);
            case PARTIALLY_SHIPPED -> Step.SHIPPING;
            case SHIPPED -> Step.DELIVERING;
            case DELIVERED -> Step.RETURN_WINDOW;
            case REJECTED, CANCELLED -> Waits.leftToUndo(life).isEmpty() ? Step.ENDED : Step.UNDOING;
            case CLOSED -> Step.ENDED;
        };
    }

    private static Step filling(Life life, Reserving reserving, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            return Step.UNDOING;
        }
        if (!reserving.missing().isEmpty()) {
            return Step.RESERVING;
        }
        if (!Waits.unpaid(life).isEmpty()) {
            return Step.PAYING;
        }
        if (life.order().status() == OrderStatus.PLACED) {
            return Step.CONFIRMING;
        }
        return reserving.unpackedIn().isEmpty() ? Step.SHIPPING : Step.PREPARING;
    }

    private static Instant since(Life life, Step step, List<Obstacle> obstacles, List<Undone> undone) {
        OrderFacts order = life.order();
        Stream<Instant> reserved = Stream.concat(Stream.of(order.asItIsSince()), Reserving.moved(life));
        Stream<Instant> paid = life.payments().stream()
                .map(payment -> payment.times().authorizedAt())
                .filter(Objects::nonNull);
        Stream<Instant> packed = life.shipments().stream()
                .filter(shipment -> shipment.replaces() == null)
                .map(Shipment::preparedAt);
        return switch (step) {
            case RESERVING -> order.asItIsSince();
            case PAYING -> last(reserved);
            case CONFIRMING -> last(Stream.concat(reserved, paid));
            case PREPARING ->
                last(Stream.of(reserved, paid, Stream.of(order.since())).flatMap(times -> times));
            case SHIPPING ->
                last(Stream.of(Stream.of(order.asItIsSince()), packed).flatMap(times -> times));
            case UNDOING ->
                obstacles.stream()
                        .map(Obstacle::at)
                        .min(Comparator.naturalOrder())
                        .orElse(order.since());
            case ENDED ->
                order.status() == OrderStatus.CLOSED
                        ? order.since()
                        : last(Stream.concat(
                                Stream.of(order.since()), undone.stream().map(Undone::at)));
            case DELIVERING, RETURN_WINDOW -> order.since();
        };
    }

    private static Instant last(Stream<Instant> times) {
        return times.max(Comparator.naturalOrder()).orElseThrow();
    }
}
