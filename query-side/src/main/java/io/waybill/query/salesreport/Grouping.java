package io.waybill.query.salesreport;

/** What a report's rows stand for, and how they are sorted. */
enum Grouping {
    DAY("to_char(ordered_at at time zone :zone, 'YYYY-MM-DD')", "key"),
    COUNTRY("country", "revenue desc, key"),
    SKU("sku", "revenue desc, key");

    private final String key;
    private final String order;

    Grouping(String key, String order) {
        this.key = key;
        this.order = order;
    }

    String key() {
        return key;
    }

    String order() {
        return order;
    }
}
