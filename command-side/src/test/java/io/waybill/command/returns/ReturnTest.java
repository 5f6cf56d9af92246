package io.waybill.command.returns;

import io.waybill.command.RefusedBecause;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OpenReturn;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.returns.ApproveReturn;
import io.waybill.contract.returns.CloseReturn;
import io.waybill.contract.returns.DeclineReturn;
import io.waybill.contract.returns.ReceiveReturn;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.RequestReturn;
import io.waybill.contract.returns.RetryRefund;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceipt;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.wallet.WalletId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReturnTest {
    private static final ReturnId RETURN = ReturnId.of("01900000-0000-7000-8000-000000000005");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final WalletId WALLET = WalletId.of("01900000-0000-7000-8000-000000000006");
    private static final WalletId OTHER = WalletId.of("01900000-0000-7000-8000-000000000007");
    private static final WarehouseId MAIN = WarehouseId.of("MAIN");
    private static final Sku MUG = Sku.of("MUG");
    private static final Sku TEA = Sku.of("TEA");
    private static final List<ReturnItem> ITEMS =
            List.of(new ReturnItem(1, MUG, 3, gbp("1.00")), new ReturnItem(2, TEA, 1, gbp("4.50")));

    private static final ReturnRequested REQUESTED = new ReturnRequested(RETURN, ORDER, ITEMS, "too small", WALLET);
    private static final ReturnApproved APPROVED = new ReturnApproved(RETURN, ORDER);
    private static final ReturnDeclined DECLINED = new ReturnDeclined(RETURN, ORDER, "used");
    private static final ReturnReceived RECEIVED = new ReturnReceived(
            RETURN, ORDER, MAIN, List.of(new ReceivedItem(2, TEA, 1, Condition.SELLABLE, gbp("4.50"))), gbp("4.50"));
    private static final ReturnClosed REFUNDED = new ReturnClosed(RETURN, ORDER, ReturnOutcome.REFUNDED);
    private static final ReturnClosed NOT_RECEIVED = new ReturnClosed(RETURN, ORDER, ReturnOutcome.NOT_RECEIVED);

    private static final ReceiveReturn THE_TEA = receive(new ReturnReceipt(2, 1, Condition.SELLABLE));

    private final AggregateTestFixture<Return> returns = new AggregateTestFixture<>(Return.class);

    @BeforeEach
    void requests() {
        returns.registerAnnotatedCommandHandler(new ReturnRequests(returns.getRepository(), ReturnTest::opened));
    }

    private static List<ReturnItem> opened(OpenReturn command) {
        return command.equals(new OpenReturn(ORDER, RETURN, Map.of(1, 3, 2, 1))) ? ITEMS : List.of();
    }

    @Test
    void it_begins_with_what_the_order_lets_come_back() {
        returns.givenNoPriorActivity()
                .when(new RequestReturn(RETURN, ORDER, Map.of(1, 3, 2, 1), "too small", WALLET))
                .expectEvents(REQUESTED);
    }

    static Stream<Arguments> effects() {
        return Stream.of(
                Arguments.of(List.of(REQUESTED), new ApproveReturn(RETURN), APPROVED),
                Arguments.of(List.of(REQUESTED), new DeclineReturn(RETURN, "used"), DECLINED),
                Arguments.of(List.of(REQUESTED, APPROVED), THE_TEA, RECEIVED),
                Arguments.of(
                        List.of(REQUESTED, APPROVED),
                        new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED),
                        NOT_RECEIVED),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED),
                        new CloseReturn(RETURN, ReturnOutcome.REFUNDED),
                        REFUNDED),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED),
                        new RetryRefund(RETURN, OTHER),
                        new ReturnRefundRetried(RETURN, ORDER, OTHER)),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED, new ReturnRefundRetried(RETURN, ORDER, OTHER)),
                        new RetryRefund(RETURN, null),
                        new ReturnRefundRetried(RETURN, ORDER, OTHER)));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void a_command_in_its_time_has_its_effect(List<?> history, Object command, Object event) {
        returns.given(history).when(command).expectEvents(event);
    }

    @Test
    void the_parts_of_a_line_are_refunded_with_exactly_what_the_line_is_worth() {
        returns.given(REQUESTED, APPROVED)
                .when(receive(
                        new ReturnReceipt(1, 1, Condition.SELLABLE),
                        new ReturnReceipt(2, 1, Condition.DAMAGED),
                        new ReturnReceipt(1, 1, Condition.DAMAGED),
                        new ReturnReceipt(1, 1, Condition.SELLABLE)))
                // A third of a pound each is 0.33, 0.67 and 1.00 in all, and so 0.33, 0.34 and 0.33 for each.
                .expectEvents(new ReturnReceived(
                        RETURN,
                        ORDER,
                        MAIN,
                        List.of(
                                new ReceivedItem(1, MUG, 1, Condition.SELLABLE, gbp("0.33")),
                                new ReceivedItem(2, TEA, 1, Condition.DAMAGED, gbp("4.50")),
                                new ReceivedItem(1, MUG, 1, Condition.DAMAGED, gbp("0.34")),
                                new ReceivedItem(1, MUG, 1, Condition.SELLABLE, gbp("0.33"))),
                        gbp("5.50")));
    }

    @Test
    void of_fewer_pieces_only_their_share_is_refunded() {
        returns.given(REQUESTED, APPROVED)
                .when(receive(new ReturnReceipt(1, 2, Condition.SELLABLE)))
                .expectEvents(new ReturnReceived(
                        RETURN,
                        ORDER,
                        MAIN,
                        List.of(new ReceivedItem(1, MUG, 2, Condition.SELLABLE, gbp("0.67"))),
                        gbp("0.67")));
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                Arguments.of(List.of(REQUESTED, APPROVED), new ApproveReturn(RETURN)),
                Arguments.of(List.of(REQUESTED, APPROVED, RECEIVED), new ApproveReturn(RETURN)),
                Arguments.of(List.of(REQUESTED, APPROVED, NOT_RECEIVED), new ApproveReturn(RETURN)),
                Arguments.of(List.of(REQUESTED, DECLINED), new DeclineReturn(RETURN, "used")),
                Arguments.of(List.of(REQUESTED, APPROVED, RECEIVED), THE_TEA),
                Arguments.of(List.of(REQUESTED, APPROVED, RECEIVED, REFUNDED), THE_TEA),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED, REFUNDED),
                        new CloseReturn(RETURN, ReturnOutcome.REFUNDED)),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, NOT_RECEIVED),
                        new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void a_command_that_has_had_its_effect_changes_nothing(List<?> history, Object command) {
        returns.given(history).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(List.of(REQUESTED, DECLINED), new ApproveReturn(RETURN), "NOT_APPROVABLE"),
                Arguments.of(List.of(REQUESTED, APPROVED), new DeclineReturn(RETURN, "used"), "NOT_DECLINABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, NOT_RECEIVED),
                        new DeclineReturn(RETURN, "used"),
                        "NOT_DECLINABLE"),
                Arguments.of(List.of(REQUESTED), THE_TEA, "NOT_RECEIVABLE"),
                Arguments.of(List.of(REQUESTED, DECLINED), THE_TEA, "NOT_RECEIVABLE"),
                Arguments.of(List.of(REQUESTED, APPROVED, NOT_RECEIVED), THE_TEA, "NOT_RECEIVABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED),
                        receive(new ReturnReceipt(1, 1, Condition.SELLABLE)),
                        "NOT_RECEIVABLE"),
                Arguments.of(List.of(REQUESTED, APPROVED), receive(), "NOTHING_RECEIVED"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED),
                        receive(new ReturnReceipt(1, 0, Condition.SELLABLE)),
                        "NOTHING_RECEIVED"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED),
                        receive(new ReturnReceipt(3, 1, Condition.SELLABLE)),
                        "UNKNOWN_LINE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED),
                        receive(
                                new ReturnReceipt(1, 3, Condition.SELLABLE),
                                new ReturnReceipt(1, 1, Condition.DAMAGED)),
                        "MORE_THAN_REQUESTED"),
                Arguments.of(List.of(REQUESTED, APPROVED), new RetryRefund(RETURN, null), "NOT_REFUNDABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED, REFUNDED),
                        new RetryRefund(RETURN, null),
                        "NOT_REFUNDABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED), new CloseReturn(RETURN, ReturnOutcome.REFUNDED), "NOT_CLOSABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED),
                        new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED),
                        "NOT_CLOSABLE"),
                Arguments.of(
                        List.of(REQUESTED, DECLINED),
                        new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED),
                        "NOT_CLOSABLE"),
                Arguments.of(
                        List.of(REQUESTED, APPROVED, RECEIVED, REFUNDED),
                        new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED),
                        "NOT_CLOSABLE"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_command_out_of_time_is_refused(List<?> history, Object command, String reason) {
        returns.given(history).when(command).expectNoEvents().expectException(RefusedBecause.of(reason));
    }

    private static ReceiveReturn receive(ReturnReceipt... receipts) {
        return new ReceiveReturn(RETURN, MAIN, List.of(receipts));
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
