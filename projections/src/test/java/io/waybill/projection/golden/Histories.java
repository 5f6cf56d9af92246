package io.waybill.projection.golden;

import io.waybill.projection.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up histories: many lives side by side, the same for the same seed. */
final class Histories {
    /** So many events are recorded as the first release did. */
    static final int EARLY_EVENTS = 900;

    private static final int AT_ONCE = 14;
    private static final int PRODUCTS = 24;
    private static final int CUSTOMERS = 30;
    private static final int ERASURES = 7;
    private static final int WALLETS = 16;
    private static final int ORDERS = 110;

    private Histories() {}

    static Story madeUp(long seed) {
        Shop shop = new Shop(seed, EARLY_EVENTS);
        Queue<Supplier<Life>> births = births(shop, new Random(seed));
        List<Life> going = new ArrayList<>();
        while (!births.isEmpty() || !going.isEmpty()) {
            if (!births.isEmpty() && going.size() < AT_ONCE) {
                going.add(births.remove().get());
            }
            Life next = shop.any(going);
            if (!next.goOn()) {
                going.remove(next);
            }
        }
        return shop.story;
    }

    // Somebody and something has to be there before the first order.
    private static Queue<Supplier<Life>> births(Shop shop, Random order) {
        List<Supplier<Life>> first = new ArrayList<>();
        List<Supplier<Life>> later = new ArrayList<>();
        for (int number = 1; number <= PRODUCTS; number++) {
            int product = number;
            (number <= PRODUCTS / 2 ? first : later).add(() -> new ProductLife(shop, product));
        }
        for (int number = 1; number <= CUSTOMERS; number++) {
            int customer = number;
            (number <= CUSTOMERS / 2 ? first : later).add(() -> new CustomerLife(shop, customer));
        }
        later.addAll(Collections.nCopies(WALLETS, () -> new WalletLife(shop)));
        later.addAll(Collections.nCopies(ORDERS, () -> new OrderLife(shop)));
        later.addAll(Collections.nCopies(ERASURES, () -> new Erasure(shop)));
        Collections.shuffle(later, order);
        Queue<Supplier<Life>> births = new ArrayDeque<>(first);
        births.addAll(later);
        return births;
    }

    /** Of any customer who is there when it comes to it. */
    private static final class Erasure extends Life {
        Erasure(Shop shop) {
            then(() -> CustomerLife.erase(shop, shop.any(shop.customers)));
        }
    }
}
