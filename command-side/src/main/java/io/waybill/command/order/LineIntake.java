package io.waybill.command.order;

import io.waybill.command.order.PlaceOrderRequest.Line;
import io.waybill.command.product.KnownProducts;
import io.waybill.command.product.KnownProducts.KnownProduct;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderLine;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes an order's lines of a request's: products are looked up, and prices where none is given. */
@Component
class LineIntake {
    private static final BigDecimal LARGEST_TOTAL = new BigDecimal("1000000000000");

    private final KnownProducts products;

    LineIntake(KnownProducts products) {
        this.products = products;
    }

    static Set<Sku> skus(List<Line> asked) {
        return asked.stream().map(Line::sku).collect(Collectors.toSet());
    }

    /**
     * Lines, numbered from 1.
     *
     * @param agreed the lines that the order has already: their prices and names stay, whatever the catalogue says now
     * @throws ApiProblem (422) naming each line whose SKU is unknown or not sold any more, or whose currency is not the
     *     order's
     */
    List<OrderLine> lines(List<Line> asked, List<OrderLine> agreed) {
        Map<Sku, KnownProduct> known = products.find(skus(asked));
        Map<Sku, OrderLine> before =
                agreed.stream().collect(Collectors.toMap(OrderLine::sku, line -> line, (first, second) -> first));
        Orderable.require(asked.stream().map(Line::sku).toList(), known, before.keySet());
        List<FieldError> errors = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < asked.size(); index++) {
            Line line = asked.get(index);
            KnownProduct product = known.get(line.sku());
            if (product == null) {
                errors.add(new FieldError("/lines/" + index + "/sku", "must be the SKU of a registered product"));
            } else {
                lines.add(line(index + 1, line, product, before.get(line.sku())));
            }
        }
        if (!errors.isEmpty()) {
            throw refused("UNKNOWN_SKU", "The order asks for unknown products.", errors);
        }
        requireOneCurrency(lines, agreed);
        requirePayable(lines);
        return lines;
    }

    private static OrderLine line(int number, Line asked, KnownProduct product, @Nullable OrderLine before) {
        String name = before == null ? product.name() : before.description();
        BigMoney price = before == null ? product.price() : before.unitPrice();
        return new OrderLine(
                number, asked.sku(), name, asked.quantity(), Objects.requireNonNullElse(asked.unitPrice(), price));
    }

    private static void requireOneCurrency(List<OrderLine> lines, List<OrderLine> agreed) {
        CurrencyUnit currency =
                (agreed.isEmpty() ? lines : agreed).getFirst().unitPrice().getCurrencyUnit();
        String because = agreed.isEmpty() ? " as on line 1" : ", the order's currency";
        List<FieldError> errors = lines.stream()
                .filter(line -> !line.unitPrice().getCurrencyUnit().equals(currency))
                .map(line -> new FieldError(
                        "/lines/" + (line.number() - 1) + "/unitPrice/currency", "must be " + currency + because))
                .toList();
        if (!errors.isEmpty()) {
            throw refused("SEVERAL_CURRENCIES", "An order has one currency.", errors);
        }
    }

    private static void requirePayable(List<OrderLine> lines) {
        BigDecimal total =
                lines.stream().map(line -> line.total().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(LARGEST_TOTAL) > 0) {
            throw refused(
                    "TOTAL_TOO_LARGE",
                    "An order's total is at most " + LARGEST_TOTAL + ".",
                    List.of(new FieldError("/lines", "must add up to at most " + LARGEST_TOTAL)));
        }
    }

    private static ApiProblem refused(String reason, String detail, List<FieldError> errors) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, reason, detail, errors);
    }
}
