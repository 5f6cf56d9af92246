package io.waybill.cli.loading;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.retail.RetailFile;
import io.waybill.cli.retail.RetailOrder;
import io.waybill.cli.retail.RetailProduct;
import io.waybill.cli.terminal.Progress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Loads one file: first the products, then the stock, then the orders, then waits for what becomes of them, and at last makes
 * returns of the cancellations.
 */
public final class ImportRun {
    /** What one receipt takes; more comes in several. */
    private static final int MAX_RECEIPT = 1_000_000;

    private final RetailFile file;
    private final ImportPlan plan;
    private final WaybillApi api;
    private final Stop stop;
    private final BiFunction<String, Integer, Progress> progress;
    private final ManyAtOnce workers;
    private final Outcomes outcomes = new Outcomes();

    /** @param progress makes one for what is counted and how many of it there are */
    public ImportRun(
            RetailFile file,
            ImportPlan plan,
            WaybillApi api,
            Stop stop,
            BiFunction<String, Integer, Progress> progress) {
        this.file = file;
        this.plan = plan;
        this.api = api;
        this.stop = stop;
        this.progress = progress;
        this.workers = new ManyAtOnce(plan.concurrency(), stop);
    }

    /**
     * Returns when all is done, or when a stop was called; what was asked for until then is reported either way.
     *
     * @throws GaveUp if Waybill does not answer, or refuses a product or a receipt
     */
    public ImportReport run() {
        long start = System.nanoTime();
        try (Progress products = progress.apply("products", file.products().size())) {
            workers.each(file.products(), product -> {
                register(product);
                products.step();
            });
        }
        try (Progress stock = progress.apply("stock", file.products().size())) {
            workers.each(file.products(), product -> {
                receive(product);
                stock.step();
            });
        }
        try (Progress orders = progress.apply("orders", file.orders().size())) {
            workers.each(file.orders(), order -> {
                place(order);
                orders.step();
            });
        }
        long placed = System.nanoTime();
        try (Progress ends = progress.apply("outcomes", outcomes.placed())) {
            new EndWatch(api, stop, new Patience(plan.patience())).follow(outcomes, workers, ends);
        }
        Matching matching = matching();
        Returns returns;
        try (Progress back = progress.apply("returns", matching.matches().size())) {
            returns = new Returning(api, stop, plan.warehouse(), new Patience(plan.patience()))
                    .of(matching.matches(), outcomes, workers, back);
        }
        return ImportReport.of(
                file, outcomes, ReturnsReport.of(matching, returns), placed - start, System.nanoTime() - start);
    }

    /** Only once all orders are at an end: so that repeating it comes to the same matches. */
    private Matching matching() {
        if (!plan.returns()) {
            return Matching.of(List.of(), List.of());
        }
        return outcomes.areAllKnown()
                ? Matching.of(outcomes.filled(), file.cancellations())
                : Matching.postponed(file.cancellations());
    }

    private void register(RetailProduct product) {
        Answer answer = api.post("/api/v1/products", Bodies.Product.of(product), Keys.of(product));
        // A conflict: it is registered already, by an earlier import or by somebody else.
        if (!answer.isSuccess() && answer.status() != 409) {
            throw GaveUp.refused("product " + product.sku(), answer);
        }
    }

    private void receive(RetailProduct product) {
        long left = plan.stock() == null ? product.ordered() : plan.stock();
        for (int part = 0; left > 0; part++) {
            int quantity = (int) Math.min(left, MAX_RECEIPT);
            String path = "/api/v1/stock/" + encoded(product.sku()) + "/" + encoded(plan.warehouse()) + "/receipts";
            String key = Keys.ofReceipt(file.fingerprint(), product.sku(), plan.warehouse(), part, quantity);
            Answer answer = api.post(path, new Bodies.Receipt(quantity), key);
            if (!answer.isSuccess()) {
                throw GaveUp.refused("stock of " + product.sku(), answer);
            }
            left -= quantity;
        }
    }

    private void place(RetailOrder order) {
        Answer answer = api.post("/api/v1/orders", Bodies.Order.of(order), Keys.of(order));
        if (answer.isSuccess()) {
            outcomes.placed(answer.text("orderId"), order);
        } else {
            outcomes.refused(order, answer.complaint());
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
