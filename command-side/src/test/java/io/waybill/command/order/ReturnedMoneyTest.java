package io.waybill.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ReturnId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was paid for an order goes back to the penny: when all that was lost is refunded and all that arrived has come back,
 * refunds are what was captured; at no time are they more.
 */
class ReturnedMoneyTest {
    private static final Money NOTHING = Money.zero(CurrencyUnit.GBP);
    private static final int MOST_RETURNS = 20;

    @Property(tries = 500)
    void what_is_refunded_is_never_more_than_was_paid_and_in_the_end_as_much(
            @ForAll("lines") List<OrderLine> lines, @ForAll Random chance) {
        Money paid = Terms.total(lines);
        Map<Sku, Integer> lost = new HashMap<>();
        Money refunded = part(paid, lose(lines, lost, chance), pieces(lines));
        Returns returns = new Returns(Deliveries.of(lines, lost, paid.minus(refunded)), Map.of(), Set.of());

        for (int number = 0; number < MOST_RETURNS; number++) {
            boolean last = number == MOST_RETURNS - 1;
            Map<Integer, Integer> back = some(returns, last ? null : chance);
            if (!back.isEmpty()) {
                ReturnId id = new ReturnId(new UUID(4, number));
                List<ReturnItem> items = returns.claim(back);
                returns = returns.opened(id, items);
                assertThat(refunded.plus(value(returns))).isLessThanOrEqualTo(paid);
                assertThat(items).allMatch(item -> !item.value().isNegative());
                returns = returns.settled(id, returns.receive(id, came(items, last ? null : chance)));
                assertThat(refunded.plus(value(returns))).isLessThanOrEqualTo(paid);
            }
        }

        assertThat(refunded.plus(value(returns))).isEqualTo(paid);
    }

    /** Loses pieces, but not all, and says how many. */
    private static int lose(List<OrderLine> lines, Map<Sku, Integer> lost, Random chance) {
        int most = chance.nextInt(pieces(lines));
        int gone = 0;
        for (OrderLine line : lines) {
            int some = Math.min(most - gone, chance.nextInt(line.quantity() + 1));
            if (some > 0) {
                lost.merge(line.sku(), some, Integer::sum);
                gone += some;
            }
        }
        return gone;
    }

    /** Pieces that can be returned; all of them without chance. */
    private static Map<Integer, Integer> some(Returns returns, @Nullable Random chance) {
        Map<Integer, Integer> pieces = new HashMap<>();
        returns.lines().forEach((number, line) -> {
            int back = chance == null ? line.left() : chance.nextInt(line.left() + 1);
            if (back > 0) {
                pieces.put(number, back);
            }
        });
        return pieces;
    }

    private static Map<Integer, Integer> came(List<ReturnItem> items, @Nullable Random chance) {
        Map<Integer, Integer> came = new HashMap<>();
        items.forEach(
                item -> came.put(item.line(), chance == null ? item.quantity() : chance.nextInt(item.quantity() + 1)));
        return came;
    }

    private static Money value(Returns returns) {
        return returns.lines().values().stream().map(ReturnableLine::value).reduce(NOTHING, Money::plus);
    }

    private static int pieces(List<OrderLine> lines) {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    private static Money part(Money amount, int pieces, int all) {
        return amount.multipliedBy(pieces).dividedBy(all, RoundingMode.HALF_EVEN);
    }

    /** Also several of one SKU, at different prices. */
    @Provide
    Arbitrary<List<OrderLine>> lines() {
        Arbitrary<String> skus = Arbitraries.of("MUG", "TEA", "PADS");
        Arbitrary<Integer> tenths = Arbitraries.integers().between(1, 9_999);
        return Combinators.combine(skus, Arbitraries.integers().between(1, 7), tenths)
                .as((sku, quantity, price) ->
                        new OrderLine(1, Sku.of(sku), sku, quantity, BigMoney.ofScale(CurrencyUnit.GBP, price, 3)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(ReturnedMoneyTest::numbered);
    }

    private static List<OrderLine> numbered(List<OrderLine> lines) {
        List<OrderLine> numbered = new ArrayList<>();
        for (OrderLine line : lines) {
            numbered.add(new OrderLine(
                    numbered.size() + 1, line.sku(), line.description(), line.quantity(), line.unitPrice()));
        }
        return numbered;
    }
}
