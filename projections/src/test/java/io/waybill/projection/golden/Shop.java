package io.waybill.projection.golden;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.wallet.WalletId;
import io.waybill.projection.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Where the generated histories take place: who and what there is so far, and the dice that decide what comes next. */
final class Shop {
    static final List<WarehouseId> WAREHOUSES = List.of(WarehouseId.of("MAIN"), WarehouseId.of("NORTH"));

    private static final List<String> COUNTRIES = List.of("United Kingdom", "France", "Norway", "Japan");
    private static final List<String> CITIES = List.of("London", "Paris", "Ålesund", "東京");
    private static final List<String> NAMES = List.of("Ada Lovelace", "Blaise Pascal", "Émilie du Châtelet", "関 孝和");

    final Story story = new Story();
    final List<Sku> products = new ArrayList<>();
    final List<CustomerId> customers = new ArrayList<>();
    final List<WalletId> wallets = new ArrayList<>();

    private final Random dice;
    private final int earlyEvents;
    private final Map<StockKey, Integer> available = new HashMap<>();

    /** @param earlyEvents so many events happen as the first release recorded them: orders are paid with one card */
    Shop(long seed, int earlyEvents) {
        this.dice = new Random(seed);
        this.earlyEvents = earlyEvents;
    }

    boolean isEarly() {
        return story.size() < earlyEvents;
    }

    /** From 0 to {@code sides} less one. */
    int roll(int sides) {
        return dice.nextInt(sides);
    }

    <T> T any(List<T> of) {
        return of.get(roll(of.size()));
    }

    /** A UUID of version 7, as of the story's now. */
    UUID id() {
        long millis = Story.BEGIN.plusSeconds(story.size()).toEpochMilli();
        long random = dice.nextLong();
        return new UUID((millis << 16) | 0x7000 | (random & 0xfff), (dice.nextLong() >>> 2) | Long.MIN_VALUE);
    }

    ShippingAddress address() {
        int where = roll(COUNTRIES.size());
        boolean isKnown = roll(5) > 0;
        return new ShippingAddress(
                isKnown ? any(NAMES) : null,
                isKnown ? roll(200) + " St James's Square" : null,
                isKnown ? CITIES.get(where) : null,
                roll(2) == 0 ? null : "SW1Y " + roll(10) + "JH",
                COUNTRIES.get(where));
    }

    String name() {
        return any(NAMES);
    }

    int available(StockKey stock) {
        return available.getOrDefault(stock, 0);
    }

    /** Takes note of pieces that came or, below zero, went. */
    void moved(StockKey stock, int pieces) {
        available.merge(stock, pieces, Integer::sum);
    }
}
