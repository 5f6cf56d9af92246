package io.waybill.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the customers were told. At the end, the event store must say the same: no less, and no more. */
final class Ledger {
    /** By order, the status in which it has to end. */
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    /** By order, when it was sent for the last time, where once was not enough. */
    private final Map<String, Instant> repeated = new ConcurrentHashMap<>();

    private final Queue<String> unclear = new ConcurrentLinkedQueue<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();

    void sent(boolean repeated) {
        (repeated ? again : sent).incrementAndGet();
    }

    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    /** An order was acknowledged. */
    void placed(String order, boolean paid) {
        orders.put(order, paid ? "CONFIRMED" : "REJECTED");
    }

    /** An order was acknowledged, but not at the first attempt. */
    void repeated(String order, Instant lastSent) {
        repeated.put(order, lastSent);
    }

    /** A receipt was acknowledged. */
    void received(int pieces) {
        received.addAndGet(pieces);
    }

    /** An answer that was neither success nor a problem document. */
    void unclear(String answer) {
        unclear.add(answer);
    }

    void fault() {
        faults.incrementAndGet();
    }

    List<String> unclearAnswers() {
        return List.copyOf(unclear);
    }

    Map<String, String> orders() {
        return Map.copyOf(orders);
    }

    Map<String, Instant> repeatedOrders() {
        return Map.copyOf(repeated);
    }

    long piecesReceived() {
        return received.get();
    }

    long commandsAcknowledged() {
        return acknowledged.get();
    }

    /** How often a command was sent once more, because nobody had said what became of it. */
    long sentAgain() {
        return again.get();
    }

    @Override
    public String toString() {
        return "commands sent " + sent + ", acknowledged " + acknowledged + ", refused " + refused + ", sent again "
                + again + ", faults injected " + faults;
    }
}
