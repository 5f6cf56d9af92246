package io.waybill.saga.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.saga.progress.Report;
import io.waybill.saga.step.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.SagaTestFixture;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final TransferId TRANSFER = TransferId.of("01900000-0000-7000-8000-000000000020");
    private static final HoldId HOLD = new HoldId(TRANSFER.value());
    private static final WalletId SOURCE = WalletId.of("01900000-0000-7000-8000-000000000010");
    private static final WalletId TARGET = WalletId.of("01900000-0000-7000-8000-000000000011");
    private static final Money AMOUNT = Money.parse("GBP 5.00");
    private static final Duration STEP = Duration.ofMinutes(1);

    /** Deadlines are set by the clock, which goes on while the fixture's time stands still. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final TransferRequested REQUESTED = new TransferRequested(TRANSFER, SOURCE, TARGET, AMOUNT);
    private static final FundsHeld HELD = new FundsHeld(SOURCE, HOLD, AMOUNT);
    private static final TransferRefused REFUSED = new TransferRefused(TRANSFER, TransferFailure.TARGET_CLOSED);
    private static final HoldReleased RELEASED = new HoldReleased(SOURCE, HOLD, AMOUNT);

    private static final HoldFunds DO_HOLD = new HoldFunds(SOURCE, HOLD, AMOUNT);
    private static final SettleTransfer SETTLE = new SettleTransfer(TRANSFER);
    private static final ReleaseHold RELEASE = new ReleaseHold(SOURCE, HOLD);

    private final SagaTestFixture<Transfer> saga = new SagaTestFixture<>(Transfer.class);
    private final List<String> names = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();

    @BeforeEach
    void resources() {
        Steps steps = new Steps() {
            @Override
            public void take(String name, Object command) {
                names.add(name);
                saga.getCommandBus().dispatch(asCommandMessage(command));
            }

            @Override
            public void takeInTurn(Object turn, Supplier<@Nullable Step> call) {
                throw new AssertionError("a transfer calls nobody");
            }
        };
        saga.registerResource(new Turns(steps, reports::add, new TransferSettings(STEP, Duration.ofMinutes(3), 2)));
    }

    @Test
    void a_requested_transfer_holds_the_amount_on_the_source() {
        saga.givenNoPriorActivity()
                .whenPublishingA(REQUESTED)
                .expectActiveSagas(1)
                .expectDispatchedCommands(DO_HOLD);
    }

    @Test
    void what_is_held_is_settled() {
        requested().whenPublishingA(HELD).expectDispatchedCommands(SETTLE);
    }

    @Test
    void a_completed_transfer_ends_it() {
        held().whenPublishingA(new TransferCompleted(TRANSFER, SOURCE, TARGET, AMOUNT))
                .expectActiveSagas(0)
                .expectNoDispatchedCommands();
        assertThat(reports.getLast().step()).isEqualTo("COMPLETED");
        assertThat(reports.getLast().endedAt()).isNotNull();
    }

    @Test
    void too_little_on_the_source_fails_it() {
        requested()
                .whenPublishingA(rejected(HoldRejection.INSUFFICIENT_FUNDS))
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.INSUFFICIENT_FUNDS));
    }

    @Test
    void a_closed_source_fails_it() {
        requested()
                .whenPublishingA(rejected(HoldRejection.CLOSED))
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.SOURCE_CLOSED));
    }

    @Test
    void a_source_in_another_currency_fails_it() {
        requested()
                .whenPublishingA(rejected(HoldRejection.OTHER_CURRENCY))
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.OTHER_CURRENCY));
    }

    @Test
    void a_target_that_does_not_take_it_releases_the_hold() {
        held().whenPublishingA(REFUSED).expectDispatchedCommands(RELEASE);
    }

    @Test
    void when_the_hold_is_released_the_transfer_fails_for_the_target_s_reason() {
        held().andThenAPublished(REFUSED)
                .whenPublishingA(RELEASED)
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.TARGET_CLOSED));
        assertThat(reports.getLast().undone()).containsExactly("GBP 5.00 to wallet " + SOURCE);
        assertThat(reports.getLast().reasons()).containsExactly("TARGET_CLOSED");
    }

    @Test
    void a_failed_transfer_ends_it() {
        held().andThenAPublished(REFUSED)
                .andThenAPublished(RELEASED)
                .whenPublishingA(new TransferFailed(TRANSFER, TransferFailure.TARGET_CLOSED))
                .expectActiveSagas(0);
        assertThat(reports.getLast().step()).isEqualTo("FAILED");
    }

    @Test
    void a_hold_without_outcome_is_asked_for_again_under_another_name() {
        requested().whenTimeElapses(STEP.plus(MOMENT)).expectActiveSagas(1).expectDispatchedCommands(DO_HOLD);
        assertThat(names).containsExactly("transfer/" + TRANSFER + "/holding-1", "transfer/" + TRANSFER + "/holding-2");
        assertThat(reports.getLast().overdue()).isOne();
        assertThat(reports.getLast().waitsFor()).isEqualTo("wallet " + SOURCE + " to hold GBP 5.00");
    }

    @Test
    void a_hold_without_outcome_is_given_up_after_the_last_try() throws Exception {
        requested()
                .andThenTimeElapses(STEP.plus(MOMENT))
                .whenTimeElapses(STEP.multipliedBy(2).plus(MOMENT))
                .expectDispatchedCommands(RELEASE);
    }

    @Test
    void a_hold_that_comes_after_all_is_not_settled_any_more() throws Exception {
        requested()
                .andThenTimeElapses(STEP.multipliedBy(3).plus(MOMENT))
                .whenPublishingA(HELD)
                .expectActiveSagas(1)
                .expectNoDispatchedCommands();
    }

    @Test
    void what_was_given_up_fails_when_nothing_is_held_any_more() throws Exception {
        requested()
                .andThenTimeElapses(STEP.multipliedBy(3).plus(MOMENT))
                .whenPublishingA(new HoldReleased(SOURCE, HOLD, Money.parse("GBP 0.00")))
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.NOT_ANSWERED));
        assertThat(reports.getLast().undone()).isEmpty();
    }

    @Test
    void a_settlement_without_outcome_is_asked_for_again() {
        held().whenTimeElapses(STEP.plus(MOMENT)).expectDispatchedCommands(SETTLE);
    }

    @Test
    void a_settlement_without_outcome_is_given_up_after_the_last_try() throws Exception {
        held().andThenTimeElapses(STEP.plus(MOMENT))
                .whenTimeElapses(STEP.multipliedBy(2).plus(MOMENT))
                .expectDispatchedCommands(RELEASE);
    }

    @Test
    void a_settlement_that_had_come_about_before_it_was_given_up_ends_it() throws Exception {
        held().andThenTimeElapses(STEP.multipliedBy(3).plus(MOMENT))
                .andThenAPublished(new HoldCaptured(SOURCE, HOLD, new CaptureId(TRANSFER.value()), AMOUNT))
                .andThenAPublished(new HoldReleased(SOURCE, HOLD, Money.parse("GBP 0.00")))
                .whenPublishingA(new TransferCompleted(TRANSFER, SOURCE, TARGET, AMOUNT))
                .expectActiveSagas(0);
    }

    @Test
    void a_release_without_outcome_is_asked_for_again_for_ever_and_ever_more_slowly() throws Exception {
        held().andThenAPublished(REFUSED)
                .andThenTimeElapses(Duration.ofMinutes(1 + 2 + 3 + 3).plus(MOMENT))
                .whenTimeElapses(Duration.ofMinutes(3).plus(MOMENT))
                .expectDispatchedCommands(RELEASE);
        assertThat(reports.getLast().overdue()).isEqualTo(5);
    }

    @Test
    void an_end_without_outcome_is_asked_for_again() {
        requested()
                .andThenAPublished(rejected(HoldRejection.CLOSED))
                .whenTimeElapses(STEP.plus(MOMENT))
                .expectDispatchedCommands(new FailTransfer(TRANSFER, TransferFailure.SOURCE_CLOSED));
    }

    @Test
    void a_step_in_time_is_not_taken_again_at_the_deadline_of_the_one_before() throws Exception {
        requested()
                .andThenTimeElapses(Duration.ofSeconds(59))
                .andThenAPublished(HELD)
                .whenTimeElapses(Duration.ofSeconds(1).plus(MOMENT))
                .expectNoDispatchedCommands();
    }

    @Test
    void another_transfer_s_hold_does_not_concern_it() {
        requested()
                .whenPublishingA(new FundsHeld(SOURCE, HoldId.of("01900000-0000-7000-8000-000000000099"), AMOUNT))
                .expectNoDispatchedCommands();
    }

    private ContinuedGivenState requested() {
        return saga.givenAPublished(REQUESTED);
    }

    private ContinuedGivenState held() {
        return requested().andThenAPublished(HELD);
    }

    private static HoldRejected rejected(HoldRejection reason) {
        return new HoldRejected(SOURCE, HOLD, AMOUNT, Money.parse("GBP 1.00"), reason);
    }
}
