package io.waybill.cli.loading;

import io.waybill.cli.retail.RetailOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What became of each order so far. Several threads report to it at once. */
final class Outcomes {
    /** An order that is not at an end. */
    static final String OPEN = "PLACED";

    private static final Set<String> FILLED = Set.of("CONFIRMED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED");

    /** @param id Waybill's own */
    record Placed(String id, RetailOrder order) {}

    private final Queue<Placed> placed = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> reasons = new ConcurrentHashMap<>();

    void placed(String id, RetailOrder order) {
        placed.add(new Placed(id, order));
    }

    void refused(RetailOrder order, String complaint) {
        refusals.add("invoice " + order.invoice() + ": " + complaint);
    }

    void ended(Placed order, String state, Collection<String> why) {
        states.put(order.id(), state);
        why.forEach(reason ->
                reasons.computeIfAbsent(reason, one -> new AtomicLong()).incrementAndGet());
    }

    /** Customers have it now. */
    void delivered(Placed order) {
        states.put(order.id(), "DELIVERED");
    }

    int placed() {
        return placed.size();
    }

    /** Each with its state, {@link #OPEN} where no end was seen. */
    Map<String, List<RetailOrder>> byState() {
        Map<String, List<RetailOrder>> byState = new TreeMap<>();
        for (Placed one : placed) {
            byState.computeIfAbsent(states.getOrDefault(one.id(), OPEN), state -> new ArrayList<>())
                    .add(one.order());
        }
        return byState;
    }

    /** Whether every order that was placed is at an end. */
    boolean areAllKnown() {
        return states.size() == placed.size();
    }

    List<Placed> all() {
        return List.copyOf(placed);
    }

    /** Those that customers have, or are going to have. */
    List<Placed> filled() {
        return placed.stream()
                .filter(one -> FILLED.contains(states.getOrDefault(one.id(), OPEN)))
                .toList();
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    Map<String, Long> reasons() {
        Map<String, Long> counts = new TreeMap<>();
        reasons.forEach((reason, count) -> counts.put(reason, count.get()));
        return counts;
    }
}
