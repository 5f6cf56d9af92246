package io.waybill.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Fills the search index of orders with made-up documents, as the projection writes them. */
final class SearchDocuments {
    private static final int BULK = 500;
    private static final int FIRST_REFERENCE = 536_365;
    private static final List<String> STATUSES = List.of("CONFIRMED", "SHIPPED", "DELIVERED", "REJECTED", "CANCELLED");
    private static final JsonMapper JSON = new JsonMapper();

    private final Shop shop;
    private final Http elasticsearch;
    private final String index;

    /** @param elasticsearch its base address, without a slash at the end */
    SearchDocuments(Shop shop, Http elasticsearch, String index) {
        this.shop = shop;
        this.elasticsearch = elasticsearch;
        this.index = index;
    }

    static String reference(int order) {
        return String.valueOf(FIRST_REFERENCE + order);
    }

    void fill(int orders) throws IOException, InterruptedException {
        StringBuilder bulk = new StringBuilder();
        for (int number = 0; number < orders; number++) {
            Map<String, Object> order = document(number, orders);
            bulk.append(JSON.writeValueAsString(Map.of("create", Map.of("_id", order.get("orderId")))))
                    .append('\n')
                    .append(JSON.writeValueAsString(order))
                    .append('\n');
            if (number % BULK == BULK - 1 || number == orders - 1) {
                String answer = elasticsearch.postPatiently("/" + index + "/_bulk", bulk.toString());
                if (answer.contains("\"errors\":true")) {
                    throw new IllegalStateException(answer.substring(0, Math.min(2_000, answer.length())));
                }
                bulk.setLength(0);
            }
        }
        elasticsearch.post("/" + index + "/_refresh", "");
    }

    Map<String, Object> document(int number, int orders) {
        Instant at = Prototypes.FIRST_ORDERED.plusMillis(Copies.SPAN.toMillis() / orders * number);
        int customer = shop.customer();
        List<Integer> bought = new ArrayList<>(shop.basket());
        String amount = String.format(Locale.ROOT, "%.2f", shop.pieces() * Double.parseDouble(shop.price()));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderId", new UUID(at.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | number).toString());
        order.put("reference", reference(number));
        order.put("customerId", Shop.customerId(customer));
        order.put("name", shop.customerName(customer));
        order.put("country", shop.country());
        order.put("status", shop.below(3) > 0 ? "CLOSED" : shop.one(STATUSES));
        order.put("total", Map.of("amount", amount, "currency", "GBP"));
        order.put("lineCount", bought.size());
        order.put("skus", bought.stream().map(Shop::sku).toList());
        order.put(
                "descriptions",
                bought.stream().map(shop::description).distinct().toList());
        order.put("orderedAt", at.toString());
        order.put("day", at.toString().substring(0, 10));
        order.put(
                "parcels",
                List.of(Map.of(
                        "shipmentId",
                        new UUID(number, number).toString(),
                        "carrier",
                        "DHL",
                        "trackingNumber",
                        Shop.trackingNumber(number),
                        "version",
                        2)));
        order.put("version", 4);
        return order;
    }
}
