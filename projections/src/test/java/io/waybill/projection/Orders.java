package io.waybill.projection;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.CustomerId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
                new PaymentId(UUID.randomUUID()),
                customer == null ? null : CustomerId.of(customer),
                reference,
                to,
                List.of(lines),
                List.of(),
                total,
                "tok_ok",
                orderedAt);
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
