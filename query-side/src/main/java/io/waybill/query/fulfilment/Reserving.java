package io.waybill.query.fulfilment;

import io.waybill.query.fulfilment.OrderFacts.Group;
import io.waybill.query.fulfilment.Stock.Reservation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an order's pieces is held, and where, as far as the answers of the warehouses tell. */
final class Reserving {
    private final Life life;

    Reserving(Life life) {
        this.life = life;
    }

    /** The groups of which not every piece is held, or has left. */
    List<Group> missing() {
        return life.order().groups().stream().filter(group -> rest(group) > 0).toList();
    }

    int rest(Group group) {
        return group.quantity()
                - reservations(group).mapToInt(Reservation::pieces).sum();
    }

    /** Whether every warehouse has answered, and together they have too little. */
    boolean isShort(Group group) {
        int there = reservations(group)
                .map(Reservation::refused)
                .filter(Objects::nonNull)
                .mapToInt(Stock.Refusal::available)
                .sum();
        return next(group).isEmpty() && there < rest(group);
    }

    /** When the last pieces of the group were given back, if any were. */
    Optional<Instant> givenBackAt(Group group) {
        return reservations(group)
                .map(Reservation::releasedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** The first warehouse that has not answered. */
    Optional<String> next(Group group) {
        return group.sources().stream()
                .filter(warehouse -> at(warehouse, group).isEmpty())
                .findFirst();
    }

    /** When the last warehouse said no. */
    Instant refusedAt(Group group) {
        return reservations(group)
                .map(Reservation::refused)
                .filter(Objects::nonNull)
                .map(Stock.Refusal::at)
                .max(Instant::compareTo)
                .orElse(life.order().asItIsSince());
    }

    /** The warehouses in which something is held that no shipment of the order as it is has in it. */
    List<String> unpackedIn() {
        return life.stock().stream()
                .filter(stock -> life.order().groups().stream().anyMatch(group -> isUnpacked(stock, group)))
                .map(Stock::warehouse)
                .distinct()
                .toList();
    }

    /** When pieces of the order as it is were held or given back. */
    static Stream<Instant> moved(Life life) {
        return life.order().groups().stream()
                .flatMap(group -> new Reserving(life).reservations(group))
                .flatMap(reservation -> Stream.of(reservation.heldAt(), reservation.releasedAt()))
                .filter(Objects::nonNull);
    }

    private boolean isUnpacked(Stock stock, Group group) {
        int pieces = stock.reservations().stream()
                .filter(reservation -> reservation.group() == group.number())
                .mapToInt(Reservation::pieces)
                .sum();
        int packed = life.shipments().stream()
                .filter(shipment -> shipment.status() != Shipment.Status.WITHDRAWN)
                .filter(shipment -> shipment.warehouse().equals(stock.warehouse()))
                .flatMap(shipment -> shipment.items().stream())
                .filter(item -> item.group() == group.number())
                .mapToInt(Shipment.Item::quantity)
                .sum();
        return pieces > packed;
    }

    private Stream<Reservation> reservations(Group group) {
        return life.stock().stream()
                .flatMap(stock -> stock.reservations().stream())
                .filter(reservation -> reservation.group() == group.number());
    }

    private Optional<Reservation> at(String warehouse, Group group) {
        return life.stock().stream()
                .filter(stock -> stock.warehouse().equals(warehouse))
                .flatMap(stock -> stock.reservations().stream())
                .filter(reservation -> reservation.group() == group.number())
                .findFirst();
    }
}
