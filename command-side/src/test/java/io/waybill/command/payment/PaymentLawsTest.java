package io.waybill.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.Refused;
import io.waybill.command.payment.PaymentState.Status;
import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CapturePayment;
import io.waybill.contract.payment.DeclineReason;
import io.waybill.contract.payment.PaymentCommand;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RecordAuthorization;
import io.waybill.contract.payment.RecordCapture;
import io.waybill.contract.payment.RecordCaptureRefusal;
import io.waybill.contract.payment.RecordDecline;
import io.waybill.contract.payment.RecordRefund;
import io.waybill.contract.payment.RecordRefundRefusal;
import io.waybill.contract.payment.RecordVoid;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundPayment;
import io.waybill.contract.payment.RequestPayment;
import io.waybill.contract.payment.VoidPayment;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for a payment whatever is done to it, in whatever order, by whoever is late. */
class PaymentLawsTest {
    private static final PaymentId PAYMENT = PaymentId.of("01900000-0000-7000-8000-000000000002");
    private static final OrderId ORDER = OrderId.of("01900000-0000-7000-8000-000000000001");
    private static final Money AMOUNT = Money.parse("GBP 1.00");
    private static final int MOST_COMMANDS = 40;

    @Property(tries = 300)
    void no_more_is_captured_than_was_authorized_and_no_more_refunded_than_was_captured(
            @ForAll("commands") List<PaymentCommand> commands) {
        for (PaymentState state : states(history(commands))) {
            Money authorized = state.authorized() ? AMOUNT : Money.zero(CurrencyUnit.GBP);
            assertThat(state.captures().spokenFor()).isLessThanOrEqualTo(authorized);
            assertThat(state.refunds().spokenFor())
                    .isLessThanOrEqualTo(state.captures().done());
            assertThat(state.capturable().isNegative() || state.refundable().isNegative())
                    .isFalse();
        }
    }

    @Property(tries = 300)
    void whoever_asks_for_a_void_is_owed_an_outcome_until_there_is_one(
            @ForAll("commands") List<PaymentCommand> commands) {
        List<PaymentCommand> all = new ArrayList<>(commands);
        all.add(new VoidPayment(PAYMENT));
        PaymentState last = states(history(all)).getLast();

        switch (last.status()) {
            case VOID_DEFERRED -> assertThat(last.captures().anyAwaited()).isTrue();
            case VOIDING -> assertThat(last.voids()).isPositive();
            default -> assertThat(last.status()).isEqualTo(Status.VOIDED);
        }
    }

    @Property(tries = 100)
    void folding_a_history_twice_gives_the_same(@ForAll("commands") List<PaymentCommand> commands) {
        List<PaymentEvent> history = history(commands);

        assertThat(states(history)).isEqualTo(states(history));
    }

    @Property(tries = 100)
    void the_same_commands_once_more_change_nothing_when_the_provider_has_nothing_new_to_say(
            @ForAll("requests") List<PaymentCommand> requests) {
        List<PaymentCommand> twice = new ArrayList<>(requests);
        twice.addAll(requests);

        List<PaymentEvent> once = history(requests);
        List<PaymentEvent> again = history(twice);

        assertThat(again.subList(0, once.size())).isEqualTo(once);
        assertThat(again.stream().distinct().toList()).isEqualTo(again);
    }

    @Provide
    Arbitrary<List<PaymentCommand>> commands() {
        return Arbitraries.<Arbitrary<? extends PaymentCommand>>of(asked(), told())
                .flatMap(some -> some.map(PaymentCommand.class::cast))
                .list()
                .ofMaxSize(MOST_COMMANDS);
    }

    /** What we ask of it, after it was authorized. */
    @Provide
    Arbitrary<List<PaymentCommand>> requests() {
        return asked().list().ofMaxSize(MOST_COMMANDS).map(list -> {
            List<PaymentCommand> authorized = new ArrayList<>(List.of(new RecordAuthorization(PAYMENT, "auth_1")));
            authorized.addAll(list);
            return authorized;
        });
    }

    private static Arbitrary<PaymentCommand> asked() {
        return Arbitraries.oneOf(
                ids().flatMap(id -> pence().map(amount -> new CapturePayment(PAYMENT, new CaptureId(id), amount))),
                ids().flatMap(id -> pence().map(amount -> new RefundPayment(PAYMENT, new RefundId(id), amount))),
                Arbitraries.of(new VoidPayment(PAYMENT)));
    }

    private static Arbitrary<PaymentCommand> told() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        new RecordAuthorization(PAYMENT, "auth_1"),
                        new RecordDecline(PAYMENT, DeclineReason.NOT_ANSWERED, "silence"),
                        new RecordVoid(PAYMENT)),
                ids().map(id -> new RecordCapture(PAYMENT, new CaptureId(id))),
                ids().map(id -> new RecordCaptureRefusal(PAYMENT, new CaptureId(id), "no")),
                ids().map(id -> new RecordRefund(PAYMENT, new RefundId(id))),
                ids().map(id -> new RecordRefundRefusal(PAYMENT, new RefundId(id), "no")));
    }

    /** Few, so that they meet. */
    private static Arbitrary<UUID> ids() {
        return Arbitraries.longs().between(1, 4).map(number -> new UUID(0, number));
    }

    private static Arbitrary<Money> pence() {
        return Arbitraries.longs().between(0, 60).map(pence -> Money.ofMinor(CurrencyUnit.GBP, pence));
    }

    /** What happens when all of them are sent; those that are refused leave nothing behind. */
    private static List<PaymentEvent> history(List<PaymentCommand> commands) {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())))
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Payment.class)
                .start();
        try {
            CommandGateway gateway = axon.commandGateway();
            gateway.sendAndWait(new RequestPayment(PAYMENT, ORDER, AMOUNT, PaymentMeans.card("tok_approve")));
            for (PaymentCommand command : commands) {
                try {
                    gateway.sendAndWait(command);
                } catch (Refused refused) {
                    assertThat(refused.reason()).isNotBlank();
                }
            }
            return axon.eventStore()
                    .readEvents(PAYMENT.toString())
                    .asStream()
                    .map(Message::getPayload)
                    .map(PaymentEvent.class::cast)
                    .toList();
        } finally {
            axon.shutdown();
        }
    }

    private static List<PaymentState> states(List<PaymentEvent> history) {
        List<PaymentState> states = new ArrayList<>();
        states.add(PaymentState.requested((PaymentRequested) history.getFirst()));
        history.stream().skip(1).forEach(event -> states.add(states.getLast().after(event)));
        return states;
    }
}
