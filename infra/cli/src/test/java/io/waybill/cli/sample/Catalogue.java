package io.waybill.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What the imaginary shop of the sample sells. */
final class Catalogue {
    record Product(String sku, String name, String price) {}

    private static final List<String> LOOKS = List.of(
            "BLUE", "GREEN", "STRIPED", "SPOTTED", "TARTAN", "OAK", "COPPER", "LINEN", "WOOLLEN", "GLAZED", "TIN",
            "SLATE");
    private static final List<String> THINGS = List.of(
            "TEAPOT", "EGG CUP", "DOOR STOP", "PICNIC RUG", "COAT HOOK", "BREAD BIN", "JAM JAR", "BIRD BOX", "CANDLE");
    private static final List<String> SIZES = List.of("", " SMALL", " LARGE", " SET OF 4");

    private Catalogue() {}

    /** Four hundred and thirty-two products; each third name of a SKU ends with a letter, as shops do for colours. */
    static List<Product> products(Random random) {
        List<Product> products = new ArrayList<>();
        for (String look : LOOKS) {
            for (String thing : THINGS) {
                for (String size : SIZES) {
                    int number = 30_000 + products.size() * 7;
                    String letter = products.size() % 3 == 0 ? String.valueOf((char) ('A' + products.size() % 4)) : "";
                    products.add(new Product(number + letter, look + " " + thing + size, price(random)));
                }
            }
        }
        // What a wholesaler sells by the thousand costs less than a penny.
        products.add(new Product("PADS", "PADS TO MATCH ALL CUSHIONS", "0.001"));
        products.add(new Product("POST", "POSTAGE", "18.0"));
        return products;
    }

    private static String price(Random random) {
        return random.nextInt(20) == 0
                ? String.format(Locale.ROOT, "%.3f", 0.105 + random.nextInt(40) / 100.0)
                : String.format(Locale.ROOT, "%d.%02d", random.nextInt(15), 5 + random.nextInt(95));
    }
}
