package io.waybill.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.inventory.StockSources;
import io.waybill.command.product.KnownProducts;
import io.waybill.command.product.KnownProducts.KnownProduct;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.PlaceOrder;
import io.waybill.contract.payment.PaymentId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes a checked command of a request: ids are minted here, the time is taken, prices and warehouses looked up. */
@Component
class OrderIntake {
    private static final BigDecimal LARGEST_TOTAL = new BigDecimal("1000000000000");

    private final KnownProducts products;
    private final StockSources sources;
    private final Clock clock;

    OrderIntake(KnownProducts products, StockSources sources, Clock clock) {
        this.products = products;
        this.sources = sources;
        this.clock = clock;
    }

    /** @throws ApiProblem (422) naming each line whose SKU is unknown, or whose currency is not that of the first */
    PlaceOrder check(PlaceOrderRequest request) {
        Set<Sku> skus =
                request.lines().stream().map(PlaceOrderRequest.Line::sku).collect(Collectors.toSet());
        Map<Sku, KnownProduct> known = products.find(skus);
        List<OrderLine> lines = lines(request, known);
        return new PlaceOrder(
                new OrderId(UuidCreator.getTimeOrderedEpoch()),
                new PaymentId(UuidCreator.getTimeOrderedEpoch()),
                request.customerId(),
                request.reference(),
                request.shipTo().address(),
                lines,
                groups(lines, sources.of(skus)),
                request.payment().cardToken(),
                request.orderedAt() == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : request.orderedAt());
    }

    private static List<OrderLine> lines(PlaceOrderRequest request, Map<Sku, KnownProduct> known) {
        List<FieldError> errors = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        for (int index = 0; index < request.lines().size(); index++) {
            PlaceOrderRequest.Line line = request.lines().get(index);
            KnownProduct product = known.get(line.sku());
            if (product == null) {
                errors.add(new FieldError("/lines/" + index + "/sku", "must be the SKU of a registered product"));
            } else {
                BigMoney price = Objects.requireNonNullElse(line.unitPrice(), product.price());
                lines.add(new OrderLine(index + 1, line.sku(), product.name(), line.quantity(), price));
            }
        }
        if (!errors.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "UNKNOWN_SKU", "The order asks for unknown products.", errors);
        }
        requireOneCurrency(lines);
        requirePayable(lines);
        return lines;
    }

    private static void requireOneCurrency(List<OrderLine> lines) {
        CurrencyUnit currency = lines.getFirst().unitPrice().getCurrencyUnit();
        List<FieldError> errors = lines.stream()
                .filter(line -> !line.unitPrice().getCurrencyUnit().equals(currency))
                .map(line -> new FieldError(
                        "/lines/" + (line.number() - 1) + "/unitPrice/currency",
                        "must be " + currency + " as on line 1"))
                .toList();
        if (!errors.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "SEVERAL_CURRENCIES", "An order has one currency.", errors);
        }
    }

    private static void requirePayable(List<OrderLine> lines) {
        BigDecimal total =
                lines.stream().map(line -> line.total().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(LARGEST_TOTAL) > 0) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "TOTAL_TOO_LARGE",
                    "An order's total is at most " + LARGEST_TOTAL + ".",
                    List.of(new FieldError("/lines", "must add up to at most " + LARGEST_TOTAL)));
        }
    }

    private static List<LineGroup> groups(List<OrderLine> lines, Map<Sku, List<WarehouseId>> sources) {
        Map<Sku, Integer> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.merge(line.sku(), line.quantity(), Integer::sum));
        List<LineGroup> groups = new ArrayList<>();
        wanted.forEach((sku, quantity) ->
                groups.add(new LineGroup(groups.size() + 1, sku, quantity, sources.getOrDefault(sku, List.of()))));
        return groups;
    }
}
