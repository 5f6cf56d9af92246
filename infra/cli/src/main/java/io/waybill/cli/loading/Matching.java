package io.waybill.cli.loading;

import io.waybill.cli.loading.Outcomes.Placed;
import io.waybill.cli.retail.RetailCancellation;
import io.waybill.cli.retail.RetailLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what cancellations gave back: each is taken for a return of the same customer's most recent order before it
 * that still holds enough of the SKU. Which order was meant the format does not say.
 */
final class Matching {
    /** Why a cancellation is no return. */
    enum Unmatched {
        NO_CUSTOMER("by a guest"),
        NOTHING_CAME_BACK("quantity not negative"),
        NEVER_BOUGHT("in no order before that was filled"),
        NOT_ENOUGH_LEFT("no order holds so many"),
        /** What it would be taken for now might not be what it is taken for once all orders are known. */
        ORDERS_OPEN("not before all orders end");

        private final String words;

        Unmatched(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** @param pieces by line number, from 1 */
    record Match(RetailCancellation cancellation, Placed order, Map<Integer, Integer> pieces) {}

    private final Map<String, List<Held>> byCustomer = new HashMap<>();
    private final List<Match> matches = new ArrayList<>();
    private final Map<Unmatched, Long> unmatched = new EnumMap<>(Unmatched.class);

    private Matching() {}

    /**
     * Comes to the same each time, in whatever sequence the orders are given.
     *
     * @param filled orders whose pieces the customers have, or are going to have
     */
    static Matching of(List<Placed> filled, List<RetailCancellation> cancellations) {
        Matching matching = new Matching();
        filled.stream()
                .sorted(Comparator.comparing((Placed one) -> one.order().time())
                        .thenComparing(one -> one.order().invoice())
                        .reversed())
                .forEach(matching::hold);
        cancellations.stream()
                .sorted(Comparator.comparing(RetailCancellation::time))
                .forEach(matching::match);
        return matching;
    }

    /** Leaves all of them for another time. */
    static Matching postponed(List<RetailCancellation> cancellations) {
        Matching none = new Matching();
        cancellations.forEach(one -> none.unmatched.merge(Unmatched.ORDERS_OPEN, 1L, Long::sum));
        return none;
    }

    List<Match> matches() {
        return List.copyOf(matches);
    }

    Map<Unmatched, Long> unmatched() {
        return unmatched;
    }

    /**
     * What all matches together are worth, in pounds: each line's returned pieces at the price they were bought for, rounded
     * once. It is what they are refunded with.
     */
    BigDecimal value() {
        return byCustomer.values().stream()
                .flatMap(List::stream)
                .map(Held::returned)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** What the shop gave back for them, by its own books, in pounds. */
    BigDecimal credited() {
        return matches.stream()
                .map(match -> match.cancellation().total())
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private void hold(Placed placed) {
        String customer = placed.order().customer();
        if (customer != null) {
            byCustomer.computeIfAbsent(customer, one -> new ArrayList<>()).add(new Held(placed));
        }
    }

    private void match(RetailCancellation cancellation) {
        Unmatched reason;
        if (cancellation.customer() == null) {
            reason = Unmatched.NO_CUSTOMER;
        } else if (cancellation.pieces() <= 0) {
            reason = Unmatched.NOTHING_CAME_BACK;
        } else {
            List<Held> before = byCustomer.getOrDefault(cancellation.customer(), List.of()).stream()
                    .filter(held -> held.isFrom(cancellation))
                    .toList();
            Held source = before.stream()
                    .filter(held -> held.left(cancellation.sku()) >= cancellation.pieces())
                    .findFirst()
                    .orElse(null);
            if (source != null) {
                matches.add(
                        new Match(cancellation, source.placed, source.take(cancellation.sku(), cancellation.pieces())));
                return;
            }
            reason = before.isEmpty() ? Unmatched.NEVER_BOUGHT : Unmatched.NOT_ENOUGH_LEFT;
        }
        unmatched.merge(reason, 1L, Long::sum);
    }

    /** An order, and what of it has come back so far. */
    private static final class Held {
        private final Placed placed;
        private final Map<Integer, Integer> returned = new LinkedHashMap<>();

        Held(Placed placed) {
            this.placed = placed;
        }

        boolean isFrom(RetailCancellation cancellation) {
            return !placed.order().time().isAfter(cancellation.time())
                    && lines().stream().anyMatch(line -> line.sku().equals(cancellation.sku()));
        }

        long left(String sku) {
            long left = 0;
            for (int number = 1; number <= lines().size(); number++) {
                if (line(number).sku().equals(sku)) {
                    left += leftOf(number);
                }
            }
            return left;
        }

        /** From the first of its lines that has some left. */
        Map<Integer, Integer> take(String sku, int pieces) {
            Map<Integer, Integer> taken = new LinkedHashMap<>();
            int open = pieces;
            for (int number = 1; open > 0 && number <= lines().size(); number++) {
                int some = line(number).sku().equals(sku) ? Math.min(open, leftOf(number)) : 0;
                if (some > 0) {
                    taken.put(number, some);
                    returned.merge(number, some, Integer::sum);
                    open -= some;
                }
            }
            return taken;
        }

        BigDecimal returned() {
            return returned.entrySet().stream()
                    .map(each -> {
                        RetailLine line = line(each.getKey());
                        return new RetailLine(line.sku(), each.getValue(), line.unitPrice()).total();
                    })
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private int leftOf(int number) {
            return line(number).quantity() - returned.getOrDefault(number, 0);
        }

        private RetailLine line(int number) {
            return lines().get(number - 1);
        }

        private List<RetailLine> lines() {
            return placed.order().lines();
        }
    }
}
