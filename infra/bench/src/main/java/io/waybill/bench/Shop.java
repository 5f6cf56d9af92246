package io.waybill.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A made-up shop, as skewed as a real one: few products are in most orders and thousands in few, nine orders of ten go to
 * one country, few customers order often, and an order has from one line to sixty. The same at each run.
 */
final class Shop {
    static final int PRODUCTS = 4_000;
    static final int CUSTOMERS = 40_000;

    /** Each is skewed by this power: of the first thousandth comes a tenth. */
    static final int SKEW = 3;

    /** Before the first customer's number. */
    static final int CUSTOMERS_FROM = 12_000;

    static final String HOME = "United Kingdom";
    static final List<String> ABROAD = List.of("Germany", "France", "EIRE", "Spain", "Netherlands", "Belgium");
    static final List<String> WORDS = List.of("""
            WHITE RED BLUE PINK METAL WOODEN GLASS HANGING HEART LANTERN HOLDER BAG LUNCH JUMBO VINTAGE RETROSPOT
            POLKADOT CAKE STAND PARTY BUNTING CLOCK ALARM BAKELIKE MUG ENAMEL CERAMIC TEA SET BOX STORAGE TIN CHRISTMAS
            DECORATION GARLAND PAPER CHAIN KIT SMALL LARGE REGENCY CAKESTAND TIER ASSORTED BIRD ORNAMENT NATURAL SLATE
            CHALKBOARD DOORMAT FELTCRAFT PRINCESS SPACEBOY""".split("\\s+"));

    private static final List<String> SYLLABLES =
            List.of("an be ca de el fi go hu is ja ke lo mi na or pa qu ro su ta ul vi wa xe ya zo".split(" "));
    private static final int MAX_LINES = 60;
    private static final int MAX_PIECES = 1_000;

    private final Random random = new Random(1);
    private final List<String> descriptions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    Shop() {
        for (int i = 0; i < PRODUCTS; i++) {
            descriptions.add(one(WORDS) + " " + one(WORDS) + " " + one(WORDS) + " " + one(WORDS));
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            names.add(name() + " " + name());
        }
    }

    static String sku(int product) {
        return String.valueOf(10_000 + product * 17);
    }

    static String customerId(int customer) {
        return String.valueOf(CUSTOMERS_FROM + customer);
    }

    static String trackingNumber(int order) {
        return String.format(Locale.ROOT, "JD%09d", order);
    }

    String description(int product) {
        return descriptions.get(product);
    }

    String customerName(int customer) {
        return names.get(customer);
    }

    /** Of one who orders often rather than of one who does not. */
    int customer() {
        return skewed(CUSTOMERS);
    }

    /** The products of one order: half of all orders have eleven or more. */
    Set<Integer> basket() {
        Set<Integer> products = new LinkedHashSet<>();
        int lines = Math.clamp(Math.round(Math.exp(2.4 + 0.9 * random.nextGaussian())), 1, MAX_LINES);
        while (products.size() < lines) {
            products.add(skewed(PRODUCTS));
        }
        return products;
    }

    String country() {
        return random.nextInt(10) > 0 ? HOME : one(ABROAD);
    }

    int pieces() {
        return Math.clamp(Math.round(Math.exp(1.5 + 1.1 * random.nextGaussian())), 1, MAX_PIECES);
    }

    /** In pounds, such as {@code 2.55}. */
    String price() {
        return String.format(Locale.ROOT, "%.2f", 0.1 + Math.exp(0.7 + 0.8 * random.nextGaussian()));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private int skewed(int most) {
        return (int) (most * Math.pow(random.nextDouble(), SKEW));
    }

    private String name() {
        String name = one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
