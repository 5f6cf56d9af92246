package io.waybill.projection;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Orders to tell stories of. */
public final class Orders {
    public static final Instant MORNING = Instant.parse("2010-12-01T08:26:00Z");

    private Orders() {}

    /** 536365 of customer 17850: 6 hearts at 2.55 and 8 lanterns at 3.391, to the United Kingdom. 42.43 pounds. */
    public static OrderPlaced hearts() {
        return placed(
                "536365",
                "17850",
                new ShippingAddress("Ada Lovelace", "12 St James's Square", "London", "SW1Y 4LB", "United Kingdom"),
                MORNING,
                line(1, "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6, "2.55"),
                line(2, "71053", "WHITE METAL LANTERN", 8, "3.391"));
    }

    /** 536370 of customer 12583: 24 alarm clocks at 3.75, to France, nineteen minutes later. 90.00 pounds. */
    public static OrderPlaced clocks() {
        return placed(
                "536370",
                "12583",
                new ShippingAddress("Blaise Pascal", null, "Paris", null, "France"),
                MORNING.plusSeconds(19 * 60),
                line(1, "22728", "ALARM CLOCK BAKELIKE PINK", 24, "3.75"));
    }

    /** A guest's order without a number of the merchant's: one lantern at 3.39, to France, a day later. */
    public static OrderPlaced guest() {
        return placed(
                null,
                null,
                new ShippingAddress(null, null, null, null, "France"),
                MORNING.plusSeconds(24 * 3_600),
                line(1, "71053", "WHITE METAL LANTERN", 1, "3.39"));
    }

    public static OrderPlaced placed(
            String reference, String customer, ShippingAddress to, Instant orderedAt, OrderLine... lines) {
        Money total = Money.total(List.of(lines).stream().map(OrderLine::total).toList());
        return new OrderPlaced(
                new OrderId(UUID.randomUUID()),
                customer == null ? null : CustomerId.of(customer),
                reference,
                to,
                List.of(lines),
                groups(lines),
                total,
                List.of(new PaymentPart(new PaymentId(UUID.randomUUID()), PaymentMeans.card("tok_ok"), total)),
                ShortStock.REJECT,
                LostShipment.REFUND,
                orderedAt);
    }

    /** The order with one lantern more, three hearts less, and to Paris: 38.17 pounds. Lanterns make a group 3 for one. */
    public static OrderAmended amended(OrderPlaced order, int amendment) {
        OrderLine hearts = line(1, "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 3, "2.55");
        OrderLine lanterns = line(2, "71053", "WHITE METAL LANTERN", 9, "3.391");
        List<LineGroup> groups = new ArrayList<>(groups(hearts, order.lines().get(1)));
        groups.addAll(groups(line(3, "71053", "WHITE METAL LANTERN", 1, "3.391")));
        return new OrderAmended(
                order.orderId(),
                amendment,
                AmendmentCause.CUSTOMER,
                new ShippingAddress("Blaise Pascal", null, "Paris", null, "France"),
                List.of(hearts, lanterns),
                groups,
                hearts.total().plus(lanterns.total()),
                order.payments());
    }

    /** One group for each line, to be had in MAIN or else in NORTH. */
    public static List<LineGroup> groups(OrderLine... lines) {
        List<WarehouseId> sources = List.of(WarehouseId.of("MAIN"), WarehouseId.of("NORTH"));
        return Stream.of(lines)
                .map(line -> new LineGroup(line.number(), line.sku(), line.quantity(), sources))
                .toList();
    }

    public static OrderLine line(int number, String sku, String description, int quantity, String pounds) {
        return line(number, sku, description, quantity, BigMoney.parse("GBP " + pounds));
    }

    public static OrderLine line(int number, String sku, String description, int quantity, BigMoney price) {
        return new OrderLine(number, Sku.of(sku), description, quantity, price);
    }

    public static BigMoney money(String currency, String amount) {
        return BigMoney.of(CurrencyUnit.of(currency), new BigDecimal(amount));
    }
}
