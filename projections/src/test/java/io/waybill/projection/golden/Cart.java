package io.waybill.projection.golden;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What somebody orders. */
final class Cart {
    private static final Instant FIRST_DAY = Instant.parse("2025-11-30T00:30:00Z");
    private static final List<String> CURRENCIES = List.of("GBP", "GBP", "GBP", "EUR", "JPY");

    private Cart() {}

    static OrderPlaced order(Shop shop) {
        OrderId id = new OrderId(shop.id());
        List<OrderLine> lines = lines(shop);
        Money total = total(lines);
        boolean isGuest = shop.customers.isEmpty() || shop.roll(5) == 0;
        return new OrderPlaced(
                id,
                isGuest ? null : shop.any(shop.customers),
                shop.roll(3) == 0 ? null : Integer.toString(536_000 + shop.roll(9_000)),
                shop.address(),
                lines,
                groups(lines),
                total,
                payments(shop, total),
                shop.isEarly() || shop.roll(2) == 0 ? ShortStock.REJECT : ShortStock.SHIP_AVAILABLE,
                shop.isEarly() || shop.roll(2) == 0 ? LostShipment.REFUND : LostShipment.RESHIP,
                FIRST_DAY.plusSeconds(shop.roll(40 * 86_400)));
    }

    static Money total(List<OrderLine> lines) {
        return Money.total(lines.stream().map(OrderLine::total).toList());
    }

    static List<LineGroup> groups(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new LineGroup(line.number(), line.sku(), line.quantity(), Shop.WAREHOUSES))
                .toList();
    }

    private static List<OrderLine> lines(Shop shop) {
        CurrencyUnit currency = CurrencyUnit.of(shop.isEarly() ? "GBP" : shop.any(CURRENCIES));
        TreeSet<String> skus = new TreeSet<>();
        for (int tries = 1 + shop.roll(3); tries > 0; tries--) {
            skus.add(shop.any(shop.products).value());
        }
        List<OrderLine> lines = new ArrayList<>();
        skus.forEach(sku -> {
            BigDecimal price = BigDecimal.valueOf(1_000 + shop.roll(30_000), currency.getDecimalPlaces() + 1);
            lines.add(new OrderLine(
                    lines.size() + 1, Sku.of(sku), "HEART, " + sku, 2 + shop.roll(8), BigMoney.of(currency, price)));
        });
        return lines;
    }

    private static List<PaymentPart> payments(Shop shop, Money total) {
        boolean byWalletToo = !shop.isEarly() && !shop.wallets.isEmpty() && shop.roll(3) == 0;
        Money byWallet = total.dividedBy(3, RoundingMode.DOWN);
        if (!byWalletToo) {
            return List.of(new PaymentPart(new PaymentId(shop.id()), PaymentMeans.card("tok_approve"), total));
        }
        return List.of(
                new PaymentPart(new PaymentId(shop.id()), PaymentMeans.wallet(shop.any(shop.wallets)), byWallet),
                new PaymentPart(new PaymentId(shop.id()), PaymentMeans.card("tok_approve"), total.minus(byWallet)));
    }
}
