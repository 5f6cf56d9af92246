package io.waybill.command.order;

import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ReturnId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What came back of a delivered order, what is on its way back, and what can still be returned.
 *
 * @param lines by number, what was delivered of each and how much of that is returned, or claimed by an open return
 * @param open the returns whose pieces have not been counted yet
 * @param settled the returns whose pieces have
 */
record Returns(Map<Integer, ReturnableLine> lines, Map<ReturnId, List<ReturnItem>> open, Set<ReturnId> settled) {
    /** Before anything is delivered nothing can be returned. */
    static final Returns NONE = new Returns(Map.of(), Map.of(), Set.of());

    Returns {
        lines = Map.copyOf(lines);
        open = Map.copyOf(open);
        settled = Set.copyOf(settled);
    }

    /** Whether so many pieces, by line number, can still be returned; every line must be there. */
    boolean left(Map<Integer, Integer> pieces) {
        return pieces.entrySet().stream()
                .allMatch(entry -> entry.getValue() <= line(entry.getKey()).left());
    }

    /**
     * Pieces as items of a return, with their value. Every line and number of pieces must be there.
     *
     * @param pieces by line number
     * @return in the order of the lines
     */
    List<ReturnItem> claim(Map<Integer, Integer> pieces) {
        return new TreeMap<>(pieces)
                .entrySet().stream()
                        .map(entry -> line(entry.getKey()).item(entry.getValue()))
                        .toList();
    }

    /** What came of an open return, with its share of the value. {@code pieces} by line number; what is missing did not come. */
    List<ReturnItem> receive(ReturnId opened, Map<Integer, Integer> pieces) {
        return items(opened).stream()
                .filter(item -> pieces.getOrDefault(item.line(), 0) > 0)
                .map(item -> item.only(pieces.getOrDefault(item.line(), 0)))
                .toList();
    }

    /** Whether an open return has all of these pieces. */
    boolean has(ReturnId opened, Map<Integer, Integer> pieces) {
        Map<Integer, Integer> most = new HashMap<>();
        items(opened).forEach(item -> most.put(item.line(), item.quantity()));
        return pieces.entrySet().stream()
                .allMatch(entry -> entry.getValue() >= 0 && entry.getValue() <= most.getOrDefault(entry.getKey(), 0));
    }

    Returns opened(ReturnId opened, List<ReturnItem> items) {
        Map<ReturnId, List<ReturnItem>> more = new HashMap<>(open);
        more.put(opened, items);
        Map<Integer, ReturnableLine> claimed = new HashMap<>(lines);
        items.forEach(item -> change(claimed, item.line(), line -> line.plus(item)));
        return new Returns(claimed, more, settled);
    }

    Returns settled(ReturnId over, List<ReturnItem> came) {
        Map<Integer, ReturnableLine> counted = new HashMap<>(lines);
        items(over).forEach(item -> change(counted, item.line(), line -> line.minus(item)));
        came.forEach(item -> change(counted, item.line(), line -> line.plus(item)));
        Map<ReturnId, List<ReturnItem>> others = new HashMap<>(open);
        others.remove(over);
        Set<ReturnId> done = new HashSet<>(settled);
        done.add(over);
        return new Returns(counted, others, done);
    }

    private List<ReturnItem> items(ReturnId opened) {
        return open.getOrDefault(opened, List.of());
    }

    private ReturnableLine line(int number) {
        ReturnableLine line = lines.get(number);
        if (line == null) {
            throw new IllegalArgumentException("no line " + number);
        }
        return line;
    }

    private static void change(Map<Integer, ReturnableLine> lines, int number, UnaryOperator<ReturnableLine> change) {
        lines.computeIfPresent(number, (same, line) -> change.apply(line));
    }
}
