package io.waybill.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What customers of the imaginary shop give back: mostly what they bought, sometimes more than that, the same twice, or
 * nothing at all. It has luck of its own, so that the orders do not depend on it.
 */
final class GivenBack {
    private static final int A_DAY = 5;

    /** @param customer empty for a guest */
    record Line(String customer, Catalogue.Product product, int quantity) {}

    /**
     * @param price that is given back, which is not always the one that was paid
     * @param again whether the cancelled invoice says the same once more
     */
    record Cancellation(String invoice, String customer, String sku, int pieces, String price, boolean again) {}

    private final Random random;
    private final List<Line> bought = new ArrayList<>();
    private int invoice = 900_001;

    GivenBack(long seed) {
        this.random = new Random(seed);
    }

    void bought(Line line) {
        bought.add(line);
    }

    List<Cancellation> ofDay() {
        List<Cancellation> day = new ArrayList<>();
        for (int i = 0; i < A_DAY; i++) {
            day.add(cancellation(bought.get(random.nextInt(bought.size()))));
        }
        return day;
    }

    private Cancellation cancellation(Line line) {
        int some = 1 + random.nextInt(line.quantity());
        int half = Math.max(1, line.quantity() / 2);
        String price = random.nextInt(8) == 0 ? "0.25" : line.product().price();
        return switch (random.nextInt(10)) {
            case 0 -> cancelled(line, 10 * line.quantity(), price, false);
            case 1 -> cancelled(line, -some, price, false);
            case 2, 3 -> cancelled(line, line.quantity(), price, false);
            case 4, 5 -> cancelled(line, half, price, true);
            default -> cancelled(line, some, price, false);
        };
    }

    private Cancellation cancelled(Line line, int pieces, String price, boolean again) {
        return new Cancellation("C" + invoice++, line.customer(), line.product().sku(), pieces, price, again);
    }
}
