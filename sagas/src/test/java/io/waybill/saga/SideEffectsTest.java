package io.waybill.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.inventory.ReservationId;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.inventory.StockReserved;
import io.waybill.contract.order.LineGroup;
import io.waybill.contract.order.LostShipment;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ReturnItem;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.contract.order.ShortStock;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.payment.CaptureRequested;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentId;
import io.waybill.contract.payment.PaymentMeans;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.RefundId;
import io.waybill.contract.payment.RefundRequested;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.returns.ReceivedItem;
import io.waybill.contract.returns.ReturnApproved;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnReceipt.Condition;
import io.waybill.contract.returns.ReturnReceived;
import io.waybill.contract.returns.ReturnRequested;
import io.waybill.contract.shipment.ShipmentId;
import io.waybill.contract.shipment.ShipmentItem;
import io.waybill.contract.shipment.ShipmentPrepared;
import io.waybill.contract.shipment.ShipmentWithdrawn;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.kafka.LogPosition;
import io.waybill.letters.HandWrittenLog;
import io.waybill.saga.step.TakenCommands;
import io.waybill.simulator.PaymentSimulator;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.web.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/**
 * What is no view acts on the world: on a payment provider, a carrier, wallets, and by commands. No processor of that kind
 * can be reset; and should somebody put its positions back to the first event by hand, all that comes of it again is known
 * already, under the same key, to those whom it is for.
 */
@RealServers({Server.POSTGRES, Server.KAFKA})
class SideEffectsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> PROCESSORS =
            List.of("carrier", "fulfilment", "payment-provider", "returns", "transfer", "wallet-provider");

    private static final StockKey MUGS = StockKey.of("MUG@MAIN");
    private static final Money PRICE = Money.parse("GBP 9.00");
    private static final OrderId ORDER = new OrderId(UUID.randomUUID());
    private static final PaymentId ITS_PAYMENT = new PaymentId(UUID.randomUUID());

    /** The order of what happens without a process that this service knows of. */
    private static final OrderId ANOTHER = new OrderId(UUID.randomUUID());

    private static final PaymentId CARD = new PaymentId(UUID.randomUUID());
    private static final PaymentId GIVEN_UP = new PaymentId(UUID.randomUUID());
    private static final PaymentId CREDIT = new PaymentId(UUID.randomUUID());
    private static final ShipmentId PARCEL = new ShipmentId(UUID.randomUUID());
    private static final ShipmentId WITHDRAWN = new ShipmentId(UUID.randomUUID());
    private static final WalletId WALLET = new WalletId(UUID.randomUUID());

    private static HandWrittenLog log;
    private static TakenCommands commands;
    private static ConfigurableApplicationContext outside;
    private static RestClient provider;
    private static RunningSagas sagas;

    @BeforeAll
    static void everythingHasHappened() throws IOException {
        log = new HandWrittenLog(EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all())));
        commands = new TakenCommands();
        outside = Service.start(PaymentSimulator.class, PaymentSimulator.NAME, Map.of("server.port", 0));
        String url = "http://127.0.0.1:" + outside.getEnvironment().getProperty("local.server.port");
        provider = RestClient.create(url);
        sagas = new RunningSagas(
                log.topic,
                commands.port(),
                Map.of(
                        "waybill.payment-provider.url", url,
                        "waybill.payment-provider.calls.timeout", "1m",
                        "waybill.fulfilment.step-timeout", "1h",
                        "waybill.transfer.step-timeout", "1h"));
        payments();
        wallets();
        parcels();
        order();
        goodsBack();
        transfers();
        PROCESSORS.forEach(SideEffectsTest::awaitAll);
    }

    @AfterAll
    static void stop() {
        sagas.close();
        outside.close();
        commands.close();
        log.close();
    }

    @Test
    void these_are_all_who_act_and_all_have_acted() {
        assertThat(processors().eventProcessors().keySet()).containsExactlyInAnyOrderElementsOf(PROCESSORS);
        assertThat(commands.steps())
                .anyMatch(step -> step.startsWith("carrier/"))
                .anyMatch(step -> step.startsWith("fulfilment/"))
                .anyMatch(step -> step.startsWith("return"))
                .anyMatch(step -> step.startsWith("transfer/"))
                .anyMatch(step -> step.equals("payment/" + CARD + "/authorized"))
                .anyMatch(step -> step.startsWith("payment/" + CREDIT + "/wallet/"))
                .anyMatch(step -> step.equals("payment/" + CREDIT + "/authorized"));
    }

    @ParameterizedTest
    @FieldSource("PROCESSORS")
    void none_of_them_can_be_reset(String name) {
        StreamingEventProcessor processor = processor(name);

        assertThat(processor.supportsReset()).isFalse();
        processor.shutDown();
        try {
            assertThatThrownBy(processor::resetTokens)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reset");
        } finally {
            processor.start();
        }
        awaitAll(name);
    }

    @ParameterizedTest
    @FieldSource("PROCESSORS")
    void one_that_was_put_back_by_hand_has_no_effect_again(String name) {
        List<String> before = outsideKnows();
        Set<String> steps = commands.steps();

        fromTheFirstEvent(name);

        assertThat(outsideKnows()).isEqualTo(before);
        assertThat(commands.steps()).isSubsetOf(known(steps));
    }

    /** Of what was voided the provider says no the second time; and a payment that was decided takes no other decision. */
    private static Set<String> known(Set<String> steps) {
        Set<String> known = new HashSet<>(steps);
        known.add("payment/" + GIVEN_UP + "/declined");
        return known;
    }

    private static void payments() {
        PaymentMeans card = PaymentMeans.card("tok_approve");
        RefundId refund = new RefundId(UUID.randomUUID());
        CaptureId capture = new CaptureId(PARCEL.value());
        happened("Payment", CARD, new PaymentRequested(CARD, ANOTHER, PRICE, card));
        happened("Payment", CARD, new CaptureRequested(CARD, ANOTHER, capture, PRICE, card));
        happened("Payment", CARD, new RefundRequested(CARD, ANOTHER, refund, Money.parse("GBP 4.50"), card));
        OrderId other = new OrderId(UUID.randomUUID());
        happened("Payment", GIVEN_UP, new PaymentRequested(GIVEN_UP, other, PRICE, card));
        happened("Payment", GIVEN_UP, new VoidRequested(GIVEN_UP, other, null));
    }

    private static void wallets() {
        OrderId order = new OrderId(UUID.randomUUID());
        happened("Payment", CREDIT, new PaymentRequested(CREDIT, order, PRICE, PaymentMeans.wallet(WALLET)));
        log.happened(
                "Wallet",
                WALLET.toString(),
                new FundsHeld(WALLET, new HoldId(CREDIT.value()), PRICE),
                Map.of(Provenance.CAUSATION_ID, "payment/" + CREDIT + "/wallet/HOLD"));
    }

    private static void parcels() {
        happened("Shipment", PARCEL, packed(PARCEL));
        happened("Shipment", WITHDRAWN, packed(WITHDRAWN));
        happened("Shipment", WITHDRAWN, new ShipmentWithdrawn(WITHDRAWN, ANOTHER));
    }

    /** It waits for its shipment. */
    private static void order() {
        happened(
                "Order",
                ORDER,
                new OrderPlaced(
                        ORDER,
                        null,
                        null,
                        new ShippingAddress(null, null, null, null, "Norway"),
                        List.of(new OrderLine(1, Sku.of("MUG"), "A mug", 2, BigMoney.parse("GBP 4.50"))),
                        List.of(new LineGroup(1, Sku.of("MUG"), 2, List.of(MUGS.warehouse()))),
                        PRICE,
                        List.of(new PaymentPart(ITS_PAYMENT, PaymentMeans.card("tok_approve"), PRICE)),
                        ShortStock.REJECT,
                        LostShipment.REFUND,
                        Instant.now()));
        happened("Stock", MUGS, new StockReserved(MUGS, new ReservationId(ORDER, 1), 2));
        happened("Payment", ITS_PAYMENT, new PaymentAuthorized(ITS_PAYMENT, ORDER, PRICE, "auth_1"));
        happened("Order", ORDER, new OrderConfirmed(ORDER));
    }

    /** It waits to be restocked and refunded. */
    private static void goodsBack() {
        ReturnId back = new ReturnId(UUID.randomUUID());
        Money worth = Money.parse("GBP 4.50");
        happened(
                "Return",
                back,
                new ReturnRequested(
                        back, ANOTHER, List.of(new ReturnItem(1, Sku.of("MUG"), 1, worth)), "too small", null));
        happened("Return", back, new ReturnApproved(back, ANOTHER));
        happened(
                "Return",
                back,
                new ReturnReceived(
                        back,
                        ANOTHER,
                        MUGS.warehouse(),
                        List.of(new ReceivedItem(1, Sku.of("MUG"), 1, Condition.SELLABLE, worth)),
                        worth));
    }

    /** One waits for its hold, one has ended. */
    private static void transfers() {
        for (boolean ends : new boolean[] {false, true}) {
            TransferId transfer = new TransferId(UUID.randomUUID());
            WalletId target = new WalletId(UUID.randomUUID());
            happened("Transfer", transfer, new TransferRequested(transfer, WALLET, target, PRICE));
            if (ends) {
                happened("Wallet", WALLET, new FundsHeld(WALLET, new HoldId(transfer.value()), PRICE));
                happened("Transfer", transfer, new TransferCompleted(transfer, WALLET, target, PRICE));
            }
        }
    }

    private static ShipmentPrepared packed(ShipmentId parcel) {
        return new ShipmentPrepared(
                parcel,
                ANOTHER,
                0,
                MUGS.warehouse(),
                List.of(new ShipmentItem(1, Sku.of("MUG"), 2)),
                PRICE,
                new ShippingAddress(null, null, null, null, "Norway"),
                null);
    }

    private static void happened(String type, Object id, Object event) {
        log.happened(type, id.toString(), event);
    }

    /** All that provider and carrier have of it. */
    private static List<String> outsideKnows() {
        return Stream.of("/payments/" + CARD, "/payments/" + GIVEN_UP, "/bookings/" + PARCEL, "/bookings/" + WITHDRAWN)
                .map(path -> provider.get().uri(path).retrieve().body(String.class))
                .toList();
    }

    /** As somebody does who changes the table of positions. */
    private static void fromTheFirstEvent(String name) {
        StreamingEventProcessor processor = processor(name);
        TokenStore tokens = sagas.bean(TokenStore.class);
        processor.shutDown();
        sagas.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int segment : tokens.fetchSegments(name)) {
                tokens.fetchToken(name, segment);
                tokens.storeToken(LogPosition.START, name, segment);
                tokens.releaseClaim(name, segment);
            }
        });
        processor.start();
        awaitAll(name);
    }

    private static void awaitAll(String name) {
        StreamingEventProcessor processor = processor(name);
        await().atMost(PATIENCE)
                .until(() -> !processor.processingStatus().isEmpty()
                        && processor.processingStatus().size()
                                == sagas.bean(TokenStore.class).fetchSegments(name).length
                        && processor.processingStatus().values().stream()
                                .allMatch(status -> status.getCurrentPosition().orElse(0) >= log.head()));
    }

    private static StreamingEventProcessor processor(String name) {
        return processors().eventProcessor(name, StreamingEventProcessor.class).orElseThrow();
    }

    private static EventProcessingConfiguration processors() {
        return sagas.bean(EventProcessingConfiguration.class);
    }
}
