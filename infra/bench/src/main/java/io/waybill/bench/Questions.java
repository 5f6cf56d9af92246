package io.waybill.bench;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What clients ask of the query side, each time another. */
final class Questions {
    /** Far enough behind a whole state: the most changes that lie between one and the next. */
    private static final int BETWEEN = 50;

    private final Http querySide;
    private final Shop shop;
    private final List<UUID> orders;
    private final int count;

    /** @param orders some that exist, of so many */
    Questions(Http querySide, Shop shop, List<UUID> orders, int count) {
        this.querySide = querySide;
        this.shop = shop;
        this.orders = List.copyOf(orders);
        this.count = count;
    }

    void order() throws IOException, InterruptedException {
        querySide.get("/api/v1/orders/" + one(orders));
    }

    /** The first page of the newest, of a status, of a country, of a customer. */
    void list() throws IOException, InterruptedException {
        String filter = switch (below(4)) {
            case 0 -> "";
            case 1 -> "?status=CLOSED";
            case 2 -> "?country=" + one(Shop.ABROAD);
            default -> "?customer=" + Shop.customerId(shop.customer());
        };
        querySide.get("/api/v1/orders" + filter);
    }

    /** What people type: names, descriptions half typed or misspelt, numbers; some narrowed down, some with more facets. */
    void search() throws IOException, InterruptedException {
        String word = word();
        String question = switch (below(8)) {
            case 0 -> "q=" + shop.customerName(shop.customer()).replace(' ', '+');
            case 1 -> "q=" + word + "+" + word().substring(0, 2);
            case 2 -> "q=" + word.charAt(0) + word.substring(2) + "+" + word();
            case 3 -> "q=" + Shop.sku(below(1_000)) + "&facets=status,country,day,total";
            case 4 -> "q=" + SearchDocuments.reference(below(count));
            case 5 -> "q=" + Shop.trackingNumber(below(count));
            case 6 -> "q=" + word + "&country=France&status=CLOSED&facets=status,country,sku,day,total";
            default -> "status=CONFIRMED&from=2011-02-01&to=2011-02-28";
        };
        querySide.get("/api/v1/search/orders?" + question);
    }

    void asOfThousand() throws IOException, InterruptedException {
        asOf(1_000);
    }

    void asOfBetween() throws IOException, InterruptedException {
        asOf(1_000 + below(BETWEEN));
    }

    /** A word of products' descriptions. */
    static String word() {
        return one(Shop.WORDS);
    }

    private void asOf(int version) throws IOException, InterruptedException {
        querySide.get("/api/v1/audit/stock/" + LongHistory.STOCK + "/as-of?version=" + version);
    }

    private static <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    private static int below(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
