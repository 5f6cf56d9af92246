package io.waybill.command.order;

import static io.waybill.command.order.OrderStories.CARD;
import static io.waybill.command.order.OrderStories.GROUPS;
import static io.waybill.command.order.OrderStories.HOME;
import static io.waybill.command.order.OrderStories.LINES;
import static io.waybill.command.order.OrderStories.MAIN;
import static io.waybill.command.order.OrderStories.MUG;
import static io.waybill.command.order.OrderStories.ORDER;
import static io.waybill.command.order.OrderStories.SPARE;
import static io.waybill.command.order.OrderStories.SUPPLEMENT;
import static io.waybill.command.order.OrderStories.TEA;
import static io.waybill.command.order.OrderStories.WALLET;
import static io.waybill.command.order.OrderStories.WORK;
import static io.waybill.command.order.OrderStories.confirmed;
import static io.waybill.command.order.OrderStories.gbp;
import static io.waybill.command.order.OrderStories.moved;
import static io.waybill.command.order.OrderStories.mugs;
import static io.waybill.command.order.OrderStories.mugsLeft;
import static io.waybill.command.order.OrderStories.placed;
import static io.waybill.command.order.OrderStories.teas;
import static io.waybill.contract.order.AmendmentCause.CUSTOMER;
import static io.waybill.contract.order.AmendmentCause.SHORT_STOCK;
import static io.waybill.contract.order.AmendmentCause.UNDONE;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.AmendOrder;
import io.waybill.contract.order.AmendmentCause;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.payment.PaymentPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Test;

class AmendOrderTest {
    private static final Map<Sku, List<WarehouseId>> SOURCES = Map.of(MUG, List.of(SPARE, MAIN), TEA, List.of(MAIN));
    private static final List<PaymentPart> PAYMENTS = List.of(WALLET, CARD);
    private static final List<OrderLine> MORE_MUGS = List.of(mugs(1, 5, "0.335"), mugs(2, 1, "2.00"), teas(3, 2));
    private static final List<LineGroup> MORE_GROUPS =
            List.of(GROUPS.get(0), GROUPS.get(1), new LineGroup(3, MUG, 2, List.of(SPARE, MAIN)));
    // 5 × 0.335 = 1.675, which is 1.68
    private static final PaymentPart MORE_MONEY = new PaymentPart(SUPPLEMENT, CARD.means(), gbp("0.68"));
    private static final OrderAmended MORE =
            amended(1, CUSTOMER, HOME, MORE_MUGS, MORE_GROUPS, "6.18", List.of(WALLET, CARD, MORE_MONEY));

    private final AggregateTestFixture<Order> order = OrderStories.fixture();

    @Test
    void more_pieces_are_a_group_of_their_own_and_the_card_pays_the_difference() {
        order.given(placed()).when(amend(MORE_MUGS, null)).expectEvents(MORE);
        order.given(placed(), confirmed()).when(amend(MORE_MUGS, null)).expectEvents(MORE);
    }

    @Test
    void an_order_without_a_card_is_paid_from_the_wallet_also_for_what_it_costs_more() {
        PaymentPart all = new PaymentPart(WALLET.paymentId(), WALLET.means(), gbp("5.50"));
        order.given(placed(List.of(all)))
                .when(amend(MORE_MUGS, null))
                .expectEvents(amended(
                        1,
                        CUSTOMER,
                        HOME,
                        MORE_MUGS,
                        MORE_GROUPS,
                        "6.18",
                        List.of(all, new PaymentPart(SUPPLEMENT, WALLET.means(), gbp("0.68")))));
    }

    @Test
    void fewer_pieces_are_taken_from_the_youngest_group_first_and_the_payments_stay() {
        List<OrderLine> fewer = List.of(mugs(1, 4, "0.335"), teas(2, 1));
        order.given(placed(), MORE)
                .when(amend(fewer, null))
                .expectEvents(amended(
                        2,
                        CUSTOMER,
                        HOME,
                        fewer,
                        List.of(GROUPS.get(0), new LineGroup(2, TEA, 1, List.of(MAIN, SPARE))),
                        "2.59",
                        MORE.payments()));
    }

    @Test
    void the_number_of_a_group_that_went_is_not_given_again() {
        OrderAmended back = amended(2, CUSTOMER, HOME, LINES, GROUPS, "5.50", MORE.payments());
        order.given(placed(), MORE, back)
                .when(amend(MORE_MUGS, null))
                .expectEvents(amended(
                        3,
                        CUSTOMER,
                        HOME,
                        MORE_MUGS,
                        List.of(GROUPS.get(0), GROUPS.get(1), new LineGroup(4, MUG, 2, List.of(SPARE, MAIN))),
                        "6.18",
                        MORE.payments()));
    }

    @Test
    void another_address_alone_changes_nothing_else() {
        order.given(placed()).when(amend(null, WORK)).expectEvents(moved(1));
    }

    @Test
    void asking_for_what_already_is_changes_nothing() {
        order.given(placed(), moved(1))
                .when(amend(LINES, WORK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_cannot_be_had_is_amended_away() {
        List<OrderLine> without = List.of(mugs(1, 3, "0.335"), mugs(2, 1, "2.00"));
        order.given(placed())
                .when(amend(SHORT_STOCK, without, 0))
                .expectEvents(amended(1, SHORT_STOCK, HOME, without, List.of(GROUPS.getFirst()), "3.00", PAYMENTS));
    }

    @Test
    void an_amendment_that_could_not_be_paid_is_undone_and_its_payment_dropped() {
        order.given(placed(), MORE)
                .when(amend(UNDONE, LINES, 1))
                .expectEvents(amended(2, UNDONE, HOME, LINES, GROUPS, "5.50", PAYMENTS));
    }

    @Test
    void what_was_meant_for_an_older_amendment_changes_nothing() {
        order.given(placed(), MORE, moved(2))
                .when(amend(UNDONE, LINES, 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_order_of_which_a_part_has_left_cannot_be_amended() {
        order.given(placed(), confirmed(), mugsLeft())
                .when(amend(null, WORK))
                .expectNoEvents()
                .expectException(RefusedBecause.of("NOT_AMENDABLE"));
    }

    @Test
    void a_cancelled_order_cannot_be_amended() {
        order.given(placed(), new OrderCancelled(ORDER, null))
                .when(amend(null, WORK))
                .expectException(RefusedBecause.of("NOT_AMENDABLE"));
    }

    @Test
    void an_order_without_lines_is_no_order() {
        order.given(placed()).when(amend(List.of(), null)).expectException(RefusedBecause.of("NO_LINES"));
    }

    @Test
    void an_order_keeps_its_currency() {
        List<OrderLine> euros = List.of(new OrderLine(1, MUG, "A mug", 1, BigMoney.parse("EUR 1.00")));
        order.given(placed()).when(amend(euros, null)).expectException(RefusedBecause.of("OTHER_CURRENCY"));
    }

    @Test
    void a_customer_amends_an_order_so_often_and_the_system_still_can() {
        List<Object> history = new ArrayList<>(List.of(placed()));
        for (int amendment = 1; amendment <= Order.MOST_AMENDMENTS; amendment++) {
            history.add(moved(amendment));
        }
        order.given(history).when(amend(null, HOME)).expectException(RefusedBecause.of("TOO_MANY_AMENDMENTS"));
        List<OrderLine> teas = List.of(teas(1, 2));
        order.given(history)
                .when(amend(SHORT_STOCK, teas, Order.MOST_AMENDMENTS))
                .expectEvents(amended(
                        Order.MOST_AMENDMENTS + 1, SHORT_STOCK, WORK, teas, List.of(GROUPS.get(1)), "2.50", PAYMENTS));
    }

    private static AmendOrder amend(List<OrderLine> lines, ShippingAddress shipTo) {
        return new AmendOrder(ORDER, CUSTOMER, lines, shipTo, SOURCES, SUPPLEMENT, null, List.of());
    }

    private static AmendOrder amend(AmendmentCause cause, List<OrderLine> lines, int basis) {
        return new AmendOrder(ORDER, cause, lines, null, SOURCES, SUPPLEMENT, basis, List.of(SUPPLEMENT));
    }

    private static OrderAmended amended(
            int number,
            AmendmentCause cause,
            ShippingAddress shipTo,
            List<OrderLine> lines,
            List<LineGroup> groups,
            String total,
            List<PaymentPart> payments) {
        return new OrderAmended(ORDER, number, cause, shipTo, lines, groups, gbp(total), payments);
    }
}
