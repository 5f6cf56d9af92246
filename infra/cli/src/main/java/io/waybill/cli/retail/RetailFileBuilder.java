package io.waybill.cli.retail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes orders and products of rows, in one pass. */
final class RetailFileBuilder {
    private final Days days;
    private final Map<String, OrderSoFar> orders = new LinkedHashMap<>();
    private final Map<NotAnOrder, Long> notOrders = new EnumMap<>(NotAnOrder.class);
    private final List<RetailCancellation> cancellations = new ArrayList<>();
    private final Map<RetailCancellation, Integer> occurrences = new HashMap<>();
    private final Map<String, String> skus = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    RetailFileBuilder(Days days) {
        this.days = days;
    }

    void add(Row row) {
        @Nullable NotAnOrder reason = row.notAnOrder();
        if (reason != null) {
            if (days.include(row.time().toLocalDate())) {
                notOrders.merge(reason, 1L, Long::sum);
                if (reason == NotAnOrder.CANCELLATION) {
                    RetailCancellation first = row.cancellation();
                    cancellations.add(first.occurring(occurrences.merge(first, 1, Integer::sum)));
                }
            }
            return;
        }
        OrderSoFar order = orders.computeIfAbsent(row.invoice(), invoice -> new OrderSoFar(row));
        if (days.include(order.first.time().toLocalDate())) {
            String sku = skus.computeIfAbsent(row.sku(), same -> same);
            order.lines.add(new RetailLine(sku, row.quantity(), row.unitPrice()));
            if (!row.description().isEmpty()) {
                names.put(sku, row.description());
            }
        }
    }

    RetailFile build(String fingerprint) {
        List<RetailOrder> wanted = orders.values().stream()
                .filter(order -> !order.lines.isEmpty())
                .map(OrderSoFar::whole)
                .toList();
        return new RetailFile(fingerprint, wanted, products(wanted), cancellations, Map.copyOf(notOrders));
    }

    private List<RetailProduct> products(List<RetailOrder> orders) {
        Map<String, Long> ordered = new TreeMap<>();
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (RetailOrder order : orders) {
            for (RetailLine line : order.lines()) {
                ordered.merge(line.sku(), (long) line.quantity(), Long::sum);
                prices.put(line.sku(), line.unitPrice());
            }
        }
        return ordered.entrySet().stream()
                .map(sku -> new RetailProduct(
                        sku.getKey(),
                        names.getOrDefault(sku.getKey(), sku.getKey()),
                        prices.getOrDefault(sku.getKey(), BigDecimal.ZERO),
                        sku.getValue()))
                .toList();
    }

    private static final class OrderSoFar {
        private final Row first;
        private final List<RetailLine> lines = new ArrayList<>();

        private OrderSoFar(Row first) {
            this.first = first;
        }

        private RetailOrder whole() {
            return new RetailOrder(first.invoice(), first.time(), first.customer(), first.country(), lines);
        }
    }
}
