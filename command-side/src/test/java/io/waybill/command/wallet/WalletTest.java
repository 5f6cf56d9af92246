package io.waybill.command.wallet;

import static io.waybill.command.wallet.Wallets.CLOSED;
import static io.waybill.command.wallet.Wallets.OPENED;
import static io.waybill.command.wallet.Wallets.WALLET;
import static io.waybill.command.wallet.Wallets.capture;
import static io.waybill.command.wallet.Wallets.captured;
import static io.waybill.command.wallet.Wallets.deposit;
import static io.waybill.command.wallet.Wallets.deposited;
import static io.waybill.command.wallet.Wallets.euros;
import static io.waybill.command.wallet.Wallets.held;
import static io.waybill.command.wallet.Wallets.hold;
import static io.waybill.command.wallet.Wallets.pounds;
import static io.waybill.command.wallet.Wallets.released;
import static io.waybill.command.wallet.Wallets.uuid;
import static io.waybill.command.wallet.Wallets.withdrawn;

import io.waybill.contract.payment.RefundId;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositRefund;
import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.HoldFunds;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldRejection;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.ReleaseHold;
import io.waybill.contract.wallet.Withdraw;
import io.waybill.contract.wallet.WithdrawalId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WalletTest {
    private final AggregateTestFixture<Wallet> wallet = new AggregateTestFixture<>(Wallet.class);

    private ResultValidator<Wallet> after(Object command, Object... history) {
        Object[] events = new Object[history.length + 1];
        events[0] = OPENED;
        System.arraycopy(history, 0, events, 1, history.length);
        return wallet.given(events).when(command);
    }

    private static void changesNothing(ResultValidator<Wallet> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static void isRefused(ResultValidator<Wallet> result, String why) {
        result.expectNoEvents()
                .expectException(WalletRefused.class)
                .expectExceptionMessage("wallet " + WALLET + " " + why);
    }

    @Nested
    class PayingInAndOut {
        @Test
        void a_wallet_is_opened() {
            wallet.givenNoPriorActivity()
                    .when(new OpenWallet(WALLET, null, CurrencyUnit.GBP))
                    .expectEvents(OPENED);
        }

        @Test
        void what_was_never_opened_is_not_there() {
            wallet.givenNoPriorActivity().when(deposit("5.00")).expectException(AggregateNotFoundException.class);
        }

        @Test
        void an_amount_is_paid_in() {
            after(deposit("5.00")).expectEvents(deposited(1, "5.00"));
        }

        @Test
        void the_same_deposit_is_paid_in_once() {
            changesNothing(after(deposit("5.00"), deposited(1, "5.00")));
        }

        @Test
        void another_currency_is_not_paid_in() {
            isRefused(after(new Deposit(WALLET, Wallets.deposit(1), euros("5.00"))), "has another currency");
        }

        @Test
        void nothing_is_paid_into_a_closed_wallet() {
            isRefused(after(deposit("5.00"), CLOSED), "is closed");
        }

        @Test
        void all_that_is_available_is_paid_out() {
            after(withdraw(pounds("5.00")), deposited(1, "5.00")).expectEvents(withdrawn(2, "5.00"));
        }

        @Test
        void the_same_withdrawal_is_paid_out_once() {
            changesNothing(after(withdraw(pounds("2.00")), deposited(1, "5.00"), withdrawn(2, "2.00")));
        }

        @Test
        void more_than_is_available_is_not_paid_out() {
            isRefused(
                    after(withdraw(pounds("3.01")), deposited(1, "5.00"), held(3, "2.00")),
                    "has less than that available");
        }

        @Test
        void another_currency_is_not_paid_out() {
            isRefused(after(withdraw(euros("1.00")), deposited(1, "5.00")), "has another currency");
        }

        @Test
        void nothing_is_paid_out_of_a_closed_wallet() {
            isRefused(after(withdraw(pounds("1.00")), CLOSED), "is closed");
        }

        private static Deposit deposit(String amount) {
            return new Deposit(WALLET, Wallets.deposit(1), pounds(amount));
        }

        private static Withdraw withdraw(Money amount) {
            return new Withdraw(WALLET, new WithdrawalId(uuid(2)), amount);
        }
    }

    @Nested
    class Refunds {
        private static final RefundId REFUND = new RefundId(uuid(4));

        @Test
        void a_refund_is_paid_in() {
            after(refund(pounds("5.00"))).expectEvents(deposited(4, "5.00"));
        }

        @Test
        void the_same_refund_is_paid_in_once() {
            changesNothing(after(refund(pounds("5.00")), deposited(4, "5.00")));
        }

        @Test
        void a_refund_in_another_currency_is_rejected() {
            after(refund(euros("5.00"))).expectEvents(rejected(euros("5.00"), DepositRejection.OTHER_CURRENCY));
        }

        @Test
        void a_refund_into_a_closed_wallet_is_rejected() {
            after(refund(pounds("5.00")), CLOSED).expectEvents(rejected(pounds("5.00"), DepositRejection.CLOSED));
        }

        private static DepositRefund refund(Money amount) {
            return new DepositRefund(WALLET, REFUND, amount);
        }

        private static DepositRejected rejected(Money amount, DepositRejection reason) {
            return new DepositRejected(WALLET, REFUND, amount, reason);
        }
    }

    @Nested
    class Holds {
        @Test
        void all_that_is_available_can_be_held() {
            after(holding(pounds("5.00")), deposited(1, "5.00")).expectEvents(held(3, "5.00"));
        }

        @Test
        void the_same_hold_is_made_once() {
            changesNothing(after(holding(pounds("2.00")), deposited(1, "5.00"), held(3, "2.00")));
        }

        @Test
        void more_than_is_available_is_rejected_and_says_how_much_there_was() {
            after(holding(pounds("3.01")), deposited(1, "5.00"), held(9, "2.00"))
                    .expectEvents(rejected(pounds("3.01"), "3.00", HoldRejection.INSUFFICIENT_FUNDS));
        }

        @Test
        void what_was_rejected_can_be_asked_for_again() {
            after(
                            holding(pounds("5.00")),
                            rejected(pounds("5.00"), "0.00", HoldRejection.INSUFFICIENT_FUNDS),
                            deposited(1, "5.00"))
                    .expectEvents(held(3, "5.00"));
        }

        @Test
        void another_currency_is_rejected() {
            after(holding(euros("1.00")), deposited(1, "5.00"))
                    .expectEvents(rejected(euros("1.00"), "5.00", HoldRejection.OTHER_CURRENCY));
        }

        @Test
        void nothing_is_held_in_a_closed_wallet() {
            after(holding(pounds("1.00")), CLOSED).expectEvents(rejected(pounds("1.00"), "0.00", HoldRejection.CLOSED));
        }

        @Test
        void a_hold_is_captured_in_parts_to_the_last_penny() {
            after(capturing(5, pounds("1.50")), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "0.50"))
                    .expectEvents(captured(3, 5, "1.50"));
        }

        @Test
        void the_same_capture_is_taken_once() {
            changesNothing(
                    after(capturing(4, pounds("0.50")), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "0.50")));
        }

        @Test
        void the_same_capture_is_taken_once_also_when_nothing_is_left_of_the_hold() {
            changesNothing(
                    after(capturing(4, pounds("2.00")), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "2.00")));
        }

        @Test
        void more_than_is_held_is_not_captured() {
            isRefused(
                    after(capturing(5, pounds("1.51")), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "0.50")),
                    "does not hold as much");
        }

        @Test
        void another_currency_is_not_captured() {
            isRefused(
                    after(capturing(4, euros("1.00")), deposited(1, "5.00"), held(3, "2.00")), "does not hold as much");
        }

        @Test
        void what_was_never_held_is_not_captured() {
            isRefused(after(capturing(4, pounds("1.00")), deposited(1, "5.00")), "does not hold as much");
        }

        @Test
        void what_was_released_is_not_captured() {
            isRefused(
                    after(capturing(4, pounds("1.00")), deposited(1, "5.00"), held(3, "2.00"), released(3, "2.00")),
                    "does not hold as much");
        }

        @Test
        void of_what_was_released_not_even_nothing_is_captured() {
            isRefused(
                    after(capturing(4, pounds("0.00")), deposited(1, "5.00"), held(3, "2.00"), released(3, "2.00")),
                    "does not hold as much");
        }

        @Test
        void releasing_gives_back_what_was_not_captured() {
            after(release(), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "0.50"))
                    .expectEvents(released(3, "1.50"));
        }

        @Test
        void releasing_again_says_that_nothing_is_held_any_more() {
            after(release(), deposited(1, "5.00"), held(3, "2.00"), released(3, "2.00"))
                    .expectEvents(released(3, "0.00"));
        }

        @Test
        void releasing_what_was_captured_whole_says_that_nothing_is_held() {
            after(release(), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "2.00"))
                    .expectEvents(released(3, "0.00"));
        }

        @Test
        void releasing_what_was_never_held_says_that_nothing_is_held() {
            after(release(), deposited(1, "5.00")).expectEvents(released(3, "0.00"));
        }

        @Test
        void what_was_given_up_before_it_was_asked_for_is_never_held() {
            changesNothing(after(holding(pounds("2.00")), deposited(1, "5.00"), released(3, "0.00")));
        }

        @Test
        void what_was_released_is_not_held_again() {
            changesNothing(after(holding(pounds("2.00")), deposited(1, "5.00"), held(3, "2.00"), released(3, "2.00")));
        }

        @Test
        void what_was_captured_whole_is_not_held_again() {
            changesNothing(
                    after(holding(pounds("2.00")), deposited(1, "5.00"), held(3, "2.00"), captured(3, 4, "2.00")));
        }

        @Test
        void what_was_captured_whole_and_then_released_is_not_held_again() {
            changesNothing(after(
                    holding(pounds("2.00")),
                    deposited(1, "5.00"),
                    held(3, "2.00"),
                    captured(3, 4, "2.00"),
                    released(3, "0.00")));
        }

        @Test
        void what_was_released_is_available() {
            after(
                            new HoldFunds(WALLET, hold(9), pounds("5.00")),
                            deposited(1, "5.00"),
                            held(3, "2.00"),
                            released(3, "2.00"))
                    .expectEvents(held(9, "5.00"));
        }

        private static HoldFunds holding(Money amount) {
            return new HoldFunds(WALLET, hold(3), amount);
        }

        private static CaptureHold capturing(int number, Money amount) {
            return new CaptureHold(WALLET, hold(3), capture(number), amount);
        }

        private static ReleaseHold release() {
            return new ReleaseHold(WALLET, hold(3));
        }

        private static HoldRejected rejected(Money amount, String available, HoldRejection reason) {
            return new HoldRejected(WALLET, hold(3), amount, pounds(available), reason);
        }
    }

    @Nested
    class Closing {
        @Test
        void an_empty_wallet_is_closed() {
            after(new CloseWallet(WALLET), deposited(1, "5.00"), withdrawn(2, "5.00"))
                    .expectEvents(CLOSED);
        }

        @Test
        void closing_it_again_changes_nothing() {
            changesNothing(after(new CloseWallet(WALLET), CLOSED));
        }

        @Test
        void a_wallet_with_something_in_it_stays_open() {
            isRefused(after(new CloseWallet(WALLET), deposited(1, "0.01")), "is not empty");
        }

        @Test
        void a_wallet_that_holds_something_stays_open() {
            isRefused(after(new CloseWallet(WALLET), deposited(1, "5.00"), held(3, "5.00")), "is not empty");
        }

        @Test
        void a_wallet_whose_last_hold_was_captured_is_closed() {
            after(new CloseWallet(WALLET), deposited(1, "5.00"), held(3, "5.00"), captured(3, 4, "5.00"))
                    .expectEvents(CLOSED);
        }
    }
}
