package io.waybill.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Goes through a list to the ten-thousandth page, and compares that one with the first. */
final class DeepPages {
    private static final int PAGE = 10_000;

    /** Asked for so often unmeasured. */
    private static final int WARM_UP = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Http querySide;
    private final int rows;

    /** @param rows that the list has, at least */
    DeepPages(Http querySide, int rows) {
        this.querySide = querySide;
        this.rows = rows;
    }

    /** @param page the last one, as far as there are so many rows; latencies in milliseconds */
    record Comparison(int page, double firstP50, double firstP99, double lastP50, double lastP99) {}

    /**
     * Compares pages of a list, taking turns, one request at a time.
     *
     * @param list path and query of the list
     * @param size rows of a page
     * @param largest rows of the largest page that the list gives out, a multiple of {@code size}: it goes ahead by these
     * @param times how often each is asked for
     */
    Comparison compare(String list, int size, int largest, int times) throws IOException, InterruptedException {
        String cursor = "";
        int passed = 0;
        while (passed < (PAGE - 1) * size && passed + largest + size < rows) {
            cursor = next(querySide.get(list + "&limit=" + largest + cursor));
            passed += largest;
        }
        String first = list + "&limit=" + size;
        Latencies ofFirst = new Latencies();
        Latencies ofLast = new Latencies();
        for (int i = -WARM_UP; i < times; i++) {
            ask(first, i < 0 ? new Latencies() : ofFirst);
            ask(first + cursor, i < 0 ? new Latencies() : ofLast);
        }
        Comparison compared = new Comparison(
                passed / size + 1,
                ofFirst.percentile(50),
                ofFirst.percentile(99),
                ofLast.percentile(50),
                ofLast.percentile(99));
        Figures.print(String.format(
                Locale.ROOT,
                "%s: page 1 p50 %.2f p99 %.2f, page %,d p50 %.2f p99 %.2f; ratio of p50 %.2f",
                list,
                compared.firstP50,
                compared.firstP99,
                compared.page,
                compared.lastP50,
                compared.lastP99,
                compared.lastP50 / compared.firstP50));
        return compared;
    }

    private void ask(String page, Latencies latencies) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        querySide.get(page);
        latencies.add(System.nanoTime() - begun);
    }

    private static String next(String page) {
        String next = JSON.readTree(page).path("next").asString("");
        if (next.isEmpty()) {
            throw new IllegalStateException("the list ended too soon");
        }
        return "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
