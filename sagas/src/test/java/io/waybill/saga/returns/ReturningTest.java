package io.waybill.saga.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import io.waybill.contract.inventory.RestockReturn;
import io.waybill.contract.inventory.ReturnRestocked;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.RefundOrder;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.SettleReturn;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentRefunded;
import io.waybill.contract.payment.RefundRefused;
import io.waybill.contract.returns.CloseReturn;
import io.waybill.contract.returns.DeclineReturn;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnClosed;
import io.waybill.contract.returns.ReturnDeclined;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnOutcome;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRefundRetried;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.eventing.Provenance;
import io.waybill.saga.progress.Report;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.step.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturningTest {
    private static final ReturnId RETURN = ReturnId.of("01900000-0000-7000-8000-000000000005");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final PaymentId CARD = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final PaymentId CREDIT = PaymentId.of("01900000-0000-7000-8000-000000000003");
    private static final WalletId WALLET = WalletId.of("01900000-0000-7000-8000-000000000006");
    private static final WalletId OTHER = WalletId.of("01900000-0000-7000-8000-000000000007");
    private static final StockKey MUGS = StockKey.of("MUG@MAIN");
    private static final Sku MUG = MUGS.sku();
    private static final Sku TEA = Sku.of("TEA");
    private static final List<ReturnItem> ITEMS =
            List.of(new ReturnItem(1, MUG, 3, gbp("6.00")), new ReturnItem(2, TEA, 1, gbp("4.50")));
    private static final Refund FIRST = Refund.of(RETURN, gbp("8.50"));
    private static final Refund SECOND = FIRST.again();
    private static final Refund THIRD = SECOND.again();

    private static final ReturnSettings SETTINGS =
            new ReturnSettings(Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(1));
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final ReturnApproved APPROVED = new ReturnApproved(RETURN, ORDER);
    private static final ReturnRestocked RESTOCKED = new ReturnRestocked(MUGS, RETURN, 1, 2);
    private static final CloseReturn CLOSE = new CloseReturn(RETURN, ReturnOutcome.REFUNDED);
    private static final RestockReturn RESTOCK = new RestockReturn(MUGS, RETURN, 1, 2);
    private static final Map<Integer, Integer> CAME = Map.of(1, 2, 2, 1);

    private final SagaTestFixture<Returning> saga = new SagaTestFixture<>(Returning.class);
    private final List<String> names = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<Object> correlations = new ArrayList<>();

    @BeforeEach
    void steps() {
        DeadlineManager deadlines = (DeadlineManager) fixturesOwn("deadlineManager");
        Steps steps = new Steps() {
            @Override
            public void take(String name, Object command) {
                names.add(name);
                correlations.add(CurrentUnitOfWork.get()
                        .getMessage()
                        .getMetaData()
                        .getOrDefault(Provenance.CORRELATION_ID, "nobody's"));
                saga.getCommandBus().dispatch(asCommandMessage(command));
            }

            @Override
            public void takeInTurn(Object turn, Supplier<@Nullable Step> call) {
                throw new AssertionError("a return calls nobody");
            }
        };
        saga.registerResource(new ReturnSteps(steps, deadlines, reports::add, SETTINGS));
    }

    @Test
    void a_requested_return_waits_for_a_decision() {
        saga.givenNoPriorActivity()
                .whenPublishingA(requested())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
        assertThat(reports.getLast().dueAt())
                .isEqualTo(reports.getLast().since().plus(SETTINGS.decision()));
        assertThat(reports.getLast().waitsFor()).isEqualTo("somebody's decision");
    }

    @Test
    void one_that_nobody_decided_about_is_declined_after_14_days() {
        saga.givenAPublished(requested())
                .whenTimeElapses(SETTINGS.decision())
                .expectDispatchedCommands(new DeclineReturn(RETURN, "Nobody decided in time."));
    }

    @Test
    void what_is_done_at_a_deadline_belongs_to_the_request_that_the_return_came_from() {
        saga.givenAPublished(
                        new GenericEventMessage<>(requested(), MetaData.with(Provenance.CORRELATION_ID, "request 7")))
                .whenTimeElapses(SETTINGS.decision())
                .expectDispatchedCommands(new DeclineReturn(RETURN, "Nobody decided in time."));
        assertThat(correlations).containsExactly("request 7");
    }

    @Test
    void it_is_not_declined_before() {
        saga.givenAPublished(requested())
                .whenTimeElapses(SETTINGS.decision().minus(MOMENT))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_decline_that_had_no_outcome_is_tried_again() throws Exception {
        saga.givenAPublished(requested())
                .andThenTimeElapses(SETTINGS.decision())
                .whenTimeElapses(SETTINGS.stepTimeout())
                .expectDispatchedCommands(new DeclineReturn(RETURN, "Nobody decided in time."));
        assertThat(names).doesNotHaveDuplicates().hasSize(2);
        assertThat(reports.getLast().overdue()).isEqualTo(2);
    }

    @Test
    void what_was_declined_the_order_settles_with_nothing() {
        saga.givenAPublished(requested())
                .whenPublishingA(new ReturnDeclined(RETURN, ORDER, "used"))
                .expectDispatchedCommands(new SettleReturn(ORDER, RETURN, Map.of()));
    }

    @Test
    void a_declined_return_ends_when_the_order_has_settled_it() {
        saga.givenAPublished(requested())
                .andThenAPublished(new ReturnDeclined(RETURN, ORDER, "used"))
                .whenPublishingA(settled())
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
        assertThat(reports.getLast().endedAt()).isNotNull();
        assertThat(reports.getLast().reasons()).containsExactly("used");
    }

    @Test
    void an_approved_return_waits_for_the_pieces() {
        saga.givenAPublished(requested()).whenPublishingA(APPROVED).expectNoDispatchedCommands();
        assertThat(reports.getLast().dueAt())
                .isEqualTo(reports.getLast().since().plus(SETTINGS.receipt()));
    }

    @Test
    void an_approved_return_is_not_declined_any_more() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .whenTimeElapses(SETTINGS.decision().plus(MOMENT))
                .expectNoDispatchedCommands();
    }

    @Test
    void what_did_not_come_in_30_days_is_given_up() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .whenTimeElapses(SETTINGS.receipt())
                .expectDispatchedCommands(new CloseReturn(RETURN, ReturnOutcome.NOT_RECEIVED));
    }

    @Test
    void what_was_given_up_the_order_settles_with_nothing() throws Exception {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .andThenTimeElapses(SETTINGS.receipt())
                .whenPublishingA(new ReturnClosed(RETURN, ORDER, ReturnOutcome.NOT_RECEIVED))
                .expectDispatchedCommands(new SettleReturn(ORDER, RETURN, Map.of()));
    }

    @Test
    void a_return_that_was_given_up_ends_when_the_order_has_settled_it() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .andThenAPublished(new ReturnClosed(RETURN, ORDER, ReturnOutcome.NOT_RECEIVED))
                .whenPublishingA(settled())
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void what_can_be_sold_is_restocked_and_all_that_came_is_refunded() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .whenPublishingA(received())
                // Two receipts of mugs for the shelf are one command; the broken tea is written off.
                .expectDispatchedCommands(RESTOCK, new RefundOrder(ORDER, FIRST.id(), gbp("8.50")));
        assertThat(names).containsExactly(name("restock-1"), name("refund-0"));
    }

    @Test
    void what_is_worth_nothing_is_not_refunded() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .whenPublishingA(new ReturnReceived(
                        RETURN,
                        ORDER,
                        MUGS.warehouse(),
                        List.of(new ReceivedItem(2, TEA, 1, Condition.DAMAGED, gbp("0.00"))),
                        gbp("0.00")))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void it_waits_for_all_payments_that_refund() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(RESTOCKED)
                .whenPublishingA(given(FIRST, CARD, "6.00"))
                .expectNoDispatchedCommands();
    }

    @Test
    void refunded_and_restocked_it_is_closed() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(RESTOCKED)
                .andThenAPublished(given(FIRST, CARD, "6.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void it_is_not_closed_before_it_is_restocked() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(given(FIRST, CARD, "6.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectNoDispatchedCommands();
    }

    @Test
    void restocked_after_the_refund_it_is_closed() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(given(FIRST, CARD, "6.00"))
                .andThenAPublished(given(FIRST, CREDIT, "2.50"))
                .whenPublishingA(RESTOCKED)
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void when_it_is_closed_the_order_counts_what_came() {
        refunded()
                .whenPublishingA(new ReturnClosed(RETURN, ORDER, ReturnOutcome.REFUNDED))
                .expectDispatchedCommands(new SettleReturn(ORDER, RETURN, CAME));
    }

    @Test
    void a_refunded_return_ends_when_the_order_has_settled_it() {
        refunded()
                .andThenAPublished(new ReturnClosed(RETURN, ORDER, ReturnOutcome.REFUNDED))
                .whenPublishingA(settled())
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void what_a_payment_refuses_goes_into_the_fallback_wallet_when_the_others_have_answered() {
        receivedAndDivided(WALLET, "0.00")
                .andThenAPublished(refused(FIRST, CARD, "6.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("6.00"), WALLET));
    }

    @Test
    void what_was_never_captured_is_noted_and_paid_to_nobody() {
        receivedAndDivided(WALLET, "1.00")
                .andThenAPublished(RESTOCKED)
                .andThenAPublished(given(FIRST, CARD, "5.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(CLOSE);
        assertThat(reports.getLast().reasons()).containsExactly("GBP 1.00 is not refunded: it was never captured");
    }

    @Test
    void only_what_was_refused_goes_into_the_fallback_wallet() {
        receivedAndDivided(WALLET, "1.00")
                .andThenAPublished(refused(FIRST, CARD, "5.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("5.00"), WALLET));
    }

    @Test
    void payments_may_be_heard_of_before_the_order_that_asked_them() {
        arrived(null)
                .andThenAPublished(RESTOCKED)
                .andThenAPublished(given(FIRST, CARD, "6.00"))
                .andThenAPublished(given(FIRST, CREDIT, "2.50"))
                .whenPublishingA(divided(FIRST, "0.00", part(CARD, "6.00"), part(CREDIT, "2.50")))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void also_one_that_refused() {
        arrived(WALLET)
                .andThenAPublished(refused(FIRST, CARD, "6.00"))
                .andThenAPublished(divided(FIRST, "0.00", part(CARD, "6.00"), part(CREDIT, "2.50")))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("6.00"), WALLET));
    }

    @Test
    void when_the_wallet_has_it_the_return_is_closed() {
        fallenBack()
                .andThenAPublished(RESTOCKED)
                .andThenAPublished(divided(SECOND, "0.00", part(CARD, "8.50")))
                .whenPublishingA(given(SECOND, CARD, "8.50"))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void without_a_wallet_a_refused_refund_waits_for_a_person() {
        stuck().andThenAPublished(RESTOCKED)
                .whenTimeElapses(SETTINGS.stepTimeout())
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
        assertThat(reports.getLast().step()).isEqualTo("STUCK");
        assertThat(reports.getLast().overdue()).isPositive();
        assertThat(reports.getLast().reasons()).containsExactly("refund refused: no such card");
    }

    @Test
    void a_wallet_that_does_not_take_it_leaves_it_to_a_person() {
        fallenBack()
                .andThenAPublished(divided(SECOND, "0.00", part(CARD, "8.50")))
                .whenPublishingA(refused(SECOND, CARD, "8.50"))
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
        assertThat(reports.getLast().step()).isEqualTo("STUCK");
    }

    @Test
    void a_person_has_the_refund_tried_again_under_another_name() {
        stuck().whenPublishingA(new ReturnRefundRetried(RETURN, ORDER, OTHER))
                .expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("8.50")));
    }

    @Test
    void so_does_an_operator() {
        ContinuedGivenState stuck = stuck();
        retry();

        stuck.whenTimeElapses(MOMENT).expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("8.50")));
    }

    @Test
    void an_operator_has_a_step_taken_again_without_waiting_for_its_time() {
        ContinuedGivenState arrived = arrived(null);
        retry();

        arrived.whenTimeElapses(MOMENT)
                .expectDispatchedCommands(RESTOCK, new RefundOrder(ORDER, FIRST.id(), gbp("8.50")));
        assertThat(reports.getLast().overdue()).isZero();
    }

    @Test
    void what_is_refused_again_goes_into_the_wallet_that_the_person_named() {
        stuck().andThenAPublished(new ReturnRefundRetried(RETURN, ORDER, OTHER))
                .andThenAPublished(divided(SECOND, "0.00", part(CARD, "8.50")))
                .whenPublishingA(refused(SECOND, CARD, "8.50"))
                .expectDispatchedCommands(new RefundOrder(ORDER, THIRD.id(), gbp("8.50"), OTHER));
    }

    @Test
    void when_that_wallet_has_it_the_return_is_closed() {
        stuck().andThenAPublished(RESTOCKED)
                .andThenAPublished(new ReturnRefundRetried(RETURN, ORDER, OTHER))
                .andThenAPublished(divided(SECOND, "0.00", part(CARD, "8.50")))
                .andThenAPublished(refused(SECOND, CARD, "8.50"))
                .andThenAPublished(divided(THIRD, "0.00", part(CARD, "8.50")))
                .whenPublishingA(given(THIRD, CARD, "8.50"))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void a_refund_that_came_about_after_all_closes_it() {
        stuck().andThenAPublished(RESTOCKED)
                .whenPublishingA(given(FIRST, CARD, "8.50"))
                .expectDispatchedCommands(CLOSE);
    }

    @Test
    void a_person_who_retries_what_is_under_way_changes_nothing() {
        receivedAndDivided(null, "0.00")
                .whenPublishingA(new ReturnRefundRetried(RETURN, ORDER, OTHER))
                .expectNoDispatchedCommands();
    }

    @Test
    void but_the_wallet_that_was_named_is_remembered() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(new ReturnRefundRetried(RETURN, ORDER, OTHER))
                .andThenAPublished(refused(FIRST, CARD, "6.00"))
                .whenPublishingA(given(FIRST, CREDIT, "2.50"))
                .expectDispatchedCommands(new RefundOrder(ORDER, SECOND.id(), gbp("6.00"), OTHER));
    }

    @Test
    void steps_without_an_outcome_are_taken_again_under_other_names() {
        saga.givenAPublished(requested())
                .andThenAPublished(APPROVED)
                .andThenAPublished(received())
                .whenTimeElapses(SETTINGS.stepTimeout())
                .expectDispatchedCommands(RESTOCK, new RefundOrder(ORDER, FIRST.id(), gbp("8.50")));
        assertThat(names)
                .containsExactly(
                        name("restock-1"), name("refund-0"), name("restock-1-again-1"), name("refund-0-again-1"));
    }

    @Test
    void what_had_its_outcome_is_not_taken_again() {
        receivedAndDivided(null, "0.00")
                .andThenAPublished(RESTOCKED)
                .whenTimeElapses(SETTINGS.stepTimeout())
                .expectNoDispatchedCommands();
    }

    /** A return of which two mugs came back fit for sale, and the tea broken. */
    private ContinuedGivenState arrived(@Nullable WalletId fallback) {
        return saga.givenAPublished(requested(fallback))
                .andThenAPublished(APPROVED)
                .andThenAPublished(received());
    }

    /** The card is asked for what the wallet part, which gives 2.50, and what nobody covers leave of 8.50. */
    private ContinuedGivenState receivedAndDivided(@Nullable WalletId fallback, String uncovered) {
        String byCard = gbp("6.00").minus(gbp(uncovered)).getAmount().toPlainString();
        return arrived(fallback).andThenAPublished(divided(FIRST, uncovered, part(CARD, byCard), part(CREDIT, "2.50")));
    }

    private ContinuedGivenState refunded() {
        return receivedAndDivided(null, "0.00")
                .andThenAPublished(RESTOCKED)
                .andThenAPublished(given(FIRST, CARD, "6.00"))
                .andThenAPublished(given(FIRST, CREDIT, "2.50"));
    }

    private ContinuedGivenState fallenBack() {
        return arrived(WALLET)
                .andThenAPublished(divided(FIRST, "0.00", part(CARD, "8.50")))
                .andThenAPublished(refused(FIRST, CARD, "8.50"));
    }

    private ContinuedGivenState stuck() {
        return arrived(null)
                .andThenAPublished(divided(FIRST, "0.00", part(CARD, "8.50")))
                .andThenAPublished(refused(FIRST, CARD, "8.50"));
    }

    /** Sets the operator's deadline, as the operator's API does. */
    private void retry() {
        InMemorySagaStore sagas = (InMemorySagaStore) fixturesOwn("sagaStore");
        String id = sagas.findSagas(Returning.class, new AssociationValue("returnId", RETURN.toString()))
                .iterator()
                .next();
        DeadlineManager deadlines = (DeadlineManager) fixturesOwn("deadlineManager");
        deadlines.schedule(MOMENT, SagaKind.RETRY, RETURN.toString(), new SagaScopeDescriptor("Returning", id));
    }

    /** What the fixture gives to nobody but a saga. */
    private Object fixturesOwn(String field) {
        try {
            return ReflectionUtils.getFieldValue(SagaTestFixture.class.getDeclaredField(field), saga);
        } catch (NoSuchFieldException otherRelease) {
            throw new AssertionError(otherRelease);
        }
    }

    private static String name(String step) {
        return "return/" + RETURN + "/" + step;
    }

    private static ReturnRequested requested() {
        return requested(null);
    }

    private static ReturnRequested requested(@Nullable WalletId fallback) {
        return new ReturnRequested(RETURN, ORDER, ITEMS, "too small", fallback);
    }

    private static ReturnReceived received() {
        return new ReturnReceived(
                RETURN,
                ORDER,
                MUGS.warehouse(),
                List.of(
                        new ReceivedItem(1, MUG, 1, Condition.SELLABLE, gbp("2.00")),
                        new ReceivedItem(2, TEA, 1, Condition.DAMAGED, gbp("4.50")),
                        new ReceivedItem(1, MUG, 1, Condition.SELLABLE, gbp("2.00"))),
                gbp("8.50"));
    }

    private static OrderRefundRequested divided(Refund refund, String uncovered, RefundPart... parts) {
        return new OrderRefundRequested(ORDER, refund.id(), List.of(parts), gbp(uncovered));
    }

    private static RefundPart part(PaymentId payment, String amount) {
        return new RefundPart(payment, gbp(amount));
    }

    private static PaymentRefunded given(Refund refund, PaymentId payment, String amount) {
        return new PaymentRefunded(payment, ORDER, refund.id(), gbp(amount));
    }

    private static RefundRefused refused(Refund refund, PaymentId payment, String amount) {
        return new RefundRefused(payment, ORDER, refund.id(), gbp(amount), "no such card");
    }

    private static OrderReturnSettled settled() {
        return new OrderReturnSettled(ORDER, RETURN, List.of());
    }

    private static Money gbp(String amount) {
        return Money.parse("GBP " + amount);
    }
}
