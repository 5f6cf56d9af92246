package io.waybill.cli.loading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.cli.loading.Matching.Match;
import io.waybill.cli.retail.RetailOrder;
import io.waybill.cli.retail.RetailProduct;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests, as the API wants them. */
final class Bodies {
    private static final String CURRENCY = "GBP";

    /** The simulated payment provider approves it. */
    private static final String CARD = "tok_approve";

    private Bodies() {}

    record Amount(String amount, String currency) {
        static Amount of(BigDecimal pounds) {
            return new Amount(pounds.toPlainString(), CURRENCY);
        }
    }

    record Product(String sku, String name, Amount price) {
        static Product of(RetailProduct product) {
            return new Product(product.sku(), product.name(), Amount.of(product.price()));
        }
    }

    record Receipt(int quantity) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            @Nullable String customerId,
            String reference,
            ShipTo shipTo,
            List<Line> lines,
            Payment payment,
            String orderedAt) {
        static Order of(RetailOrder order) {
            return new Order(
                    order.customer(),
                    order.invoice(),
                    new ShipTo(order.country()),
                    order.lines().stream()
                            .map(line -> new Line(line.sku(), line.quantity(), Amount.of(line.unitPrice())))
                            .toList(),
                    new Payment(CARD),
                    order.orderedAt().toString());
        }
    }

    record Dispatch(String carrier, String trackingNumber) {}

    record Return(List<Pieces> lines, String reason) {
        static Return of(Match match) {
            return new Return(
                    match.pieces().entrySet().stream()
                            .map(each -> new Pieces(each.getKey(), each.getValue()))
                            .toList(),
                    "cancellation " + match.cancellation().invoice());
        }
    }

    record Pieces(int line, int quantity) {}

    record Receipts(String warehouse, List<Received> receipts) {
        static Receipts of(String warehouse, Match match) {
            return new Receipts(
                    warehouse,
                    match.pieces().entrySet().stream()
                            .map(each -> new Received(each.getKey(), each.getValue(), "SELLABLE"))
                            .toList());
        }
    }

    record Received(int line, int quantity, String condition) {}

    record ShipTo(String country) {}

    record Line(String sku, int quantity, Amount unitPrice) {}

    record Payment(String cardToken) {}
}
