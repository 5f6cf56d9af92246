package io.waybill.projection.audit.state;

import static io.waybill.projection.WholeLife.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.inventory.StockCounted;
import io.waybill.contract.inventory.StockKey;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.payment.PaymentAuthorized;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.payment.PaymentVoided;
import io.waybill.contract.payment.VoidRequested;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.StoredNames;
import io.waybill.json.difference.StateJson;
import io.waybill.projection.Orders;
import io.waybill.projection.Story;
import io.waybill.projection.WholeLife;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

class StatesTest {
    private final Serializer serializer = EventSerializer.of(StoredNames.of(Events.all(), Upcasts.all()));
    private final Story story = new Story();

    @Test
    void every_event_that_is_ever_stored_has_its_place_in_a_state() {
        assertThat(Events.all()).allSatisfy(event -> {
            String family = event.getInterfaces()[0].getSimpleName();
            String type =
                    family.substring(0, family.length() - "Event".length()).toLowerCase(Locale.ROOT);
            assertThat(States.knows(type, event.getSimpleName()))
                    .as(event.getSimpleName())
                    .isTrue();
        });
        assertThat(States.known()).isEqualTo(Events.all().size());
    }

    @Test
    void what_is_unknown_or_malformed_changes_nothing() {
        ObjectNode before =
                StateJson.state("{\"status\":\"OPEN\",\"balance\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}");

        assertThat(States.after(before, "wallet", "WalletTeleported", json("{\"status\":\"GONE\"}")))
                .isSameAs(before);
        assertThat(States.after(before, "spaceship", "WalletClosed", json("{}")))
                .isSameAs(before);
        assertThat(States.after(before, "wallet", "FundsDeposited", json("{\"amount\":{\"amount\":\"lots\"}}")))
                .isSameAs(before);
        assertThat(States.after(before, "wallet", "FundsDeposited", MissingNode.getInstance()))
                .isSameAs(before);
    }

    @Test
    void an_order_is_what_was_agreed_last_and_what_has_left_and_come_back_of_it() {
        WholeLife life = WholeLife.told(story);

        ObjectNode order = state("order", life.id.toString());

        assertThat(order.at("/status").asString()).isEqualTo("CLOSED");
        assertThat(order.at("/reason").asString()).isEqualTo("RETURN_WINDOW_OVER");
        assertThat(order.at("/buyer").asString()).isEqualTo("CUSTOMER");
        assertThat(order.at("/lines/1")).isEqualTo(json("""
                {"sku":"85123A","description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":6,
                 "unitPrice":{"amount":"2.55","currency":"GBP"}}"""));
        assertThat(order.at("/payments/" + life.payment.paymentId())).isEqualTo(json("""
                {"means":{"cardToken":"tok_ok"},"amount":{"amount":"42.43","currency":"GBP"}}"""));
        assertThat(order.at("/shipments/" + life.lanterns.shipmentId())).isEqualTo(json("""
                {"status":"DELIVERED","items":{"2":{"sku":"71053","quantity":8}},
                 "value":{"amount":"27.13","currency":"GBP"}}"""));
        assertThat(order.at("/returns/" + life.back + "/status").asString()).isEqualTo("SETTLED");
        assertThat(order.at("/refunds/" + life.back + "/parts/" + life.payment.paymentId() + "/amount/amount")
                        .asString())
                .isEqualTo("5.10");
    }

    @Test
    void an_amendment_is_the_order_from_then_on() {
        OrderPlaced order = Orders.hearts();
        story.order(order).confirmed(order.orderId()).order(Orders.amended(order, 1));

        ObjectNode amended = state("order", order.orderId().toString());

        assertThat(amended.at("/amendment").asInt()).isEqualTo(1);
        assertThat(amended.at("/confirmedAmendment").asInt()).isZero();
        assertThat(amended.at("/total/amount").asString()).isEqualTo("38.17");
        assertThat(amended.at("/lines/1/quantity").asInt()).isEqualTo(3);
        assertThat(amended.at("/reference").asString()).isEqualTo("536365");
    }

    @Test
    void who_was_erased_is_gone_from_the_state_and_what_was_ordered_stays() {
        OrderPlaced order = Orders.hearts();
        story.order(order)
                .order(new OrderPersonalDataErased(order.orderId(), null))
                .customer(new CustomerErased(CustomerId.of("17850"), null));

        ObjectNode forgotten = state("order", order.orderId().toString());

        assertThat(forgotten.at("/buyer").asString()).isEqualTo("FORGOTTEN");
        assertThat(forgotten.at("/shipTo")).isEqualTo(json("{\"country\":\"United Kingdom\"}"));
        assertThat(forgotten.at("/lines")).hasSize(2);
        assertThat(state("customer", "customer:17850")).isEqualTo(json("{\"customerId\":\"17850\",\"erased\":true}"));
    }

    @Test
    void stock_is_what_is_there_and_for_whom_it_is_held() {
        OrderPlaced order = Orders.hearts();
        story.received("85123A@MAIN", 10)
                .reserved("85123A@MAIN", order.orderId(), 1, 6)
                .shortOf("85123A@MAIN", order.orderId(), 2, 8, 4)
                .stock(new StockCounted(StockKey.of("85123A@MAIN"), 5, 10, 1, null))
                .released("85123A@MAIN", order.orderId(), 1, 2);

        assertThat(state("stock", "85123A@MAIN")).isEqualTo(json("""
                {"sku":"85123A","warehouse":"MAIN","onHand":5,"reserved":4,"available":1,"reservations":{"%s#1":4}}
                """.formatted(order.orderId())));
    }

    @Test
    void a_payment_adds_up_and_ends_when_its_last_void_has() {
        WholeLife life = WholeLife.told(story);
        ObjectNode paid = state("payment", life.payment.paymentId().toString());
        assertThat(paid.at("/status").asString()).isEqualTo("AUTHORIZED");
        assertThat(paid.at("/authorized/amount").asString()).isEqualTo("42.43");
        assertThat(paid.at("/refunded/amount").asString()).isEqualTo("5.10");
        assertThat(paid.at("/refunds/" + life.back + "/status").asString()).isEqualTo("DONE");

        OrderPlaced other = Orders.clocks();
        var payment = other.payments().getFirst();
        story.payment(new PaymentRequested(payment.paymentId(), other.orderId(), payment.amount(), payment.means()))
                .payment(new VoidRequested(payment.paymentId(), other.orderId(), null))
                .payment(new PaymentAuthorized(payment.paymentId(), other.orderId(), payment.amount(), "late"))
                .payment(new VoidRequested(payment.paymentId(), other.orderId(), null))
                .payment(new PaymentVoided(payment.paymentId(), other.orderId()));
        assertThat(state("payment", payment.paymentId().toString())
                        .at("/status")
                        .asString())
                .isEqualTo("VOIDING");

        story.payment(new PaymentVoided(payment.paymentId(), other.orderId()));
        ObjectNode voided = state("payment", payment.paymentId().toString());
        assertThat(voided.at("/status").asString()).isEqualTo("VOIDED");
        assertThat(voided.has("voids")).isFalse();
    }

    @Test
    void a_wallet_is_its_balance_and_what_of_it_is_held() {
        WalletId wallet = new WalletId(UUID.randomUUID());
        HoldId kept = new HoldId(UUID.randomUUID());
        HoldId freed = new HoldId(UUID.randomUUID());
        story.wallet(new WalletOpened(wallet, null, CurrencyUnit.GBP))
                .wallet(new FundsDeposited(wallet, new DepositId(UUID.randomUUID()), pounds("10.00")))
                .wallet(new FundsHeld(wallet, kept, pounds("2.50")))
                .wallet(new FundsHeld(wallet, freed, pounds("1.00")))
                .wallet(new HoldReleased(wallet, freed, pounds("1.00")))
                .wallet(new HoldReleased(wallet, freed, pounds("0.00")))
                .wallet(new WalletClosed(wallet));

        assertThat(state("wallet", wallet.toString())).isEqualTo(json("""
                {"walletId":"%s","currency":"GBP","status":"CLOSED","balance":{"amount":"10.00","currency":"GBP"},
                 "held":{"amount":"2.50","currency":"GBP"},"available":{"amount":"7.50","currency":"GBP"},
                 "holds":{"%s":{"amount":{"amount":"2.50","currency":"GBP"},"left":{"amount":"2.50","currency":"GBP"}}}}
                """.formatted(wallet, kept)));
    }

    /** As read back, so that a number is a number however it was counted. */
    private ObjectNode state(String type, String id) {
        ObjectNode state = States.nothing();
        for (TrackedEventMessage<?> tracked : List.copyOf(story.events())) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) tracked;
            if (event.getType().toLowerCase(Locale.ROOT).equals(type)
                    && event.getAggregateIdentifier().equals(id)) {
                String payload =
                        event.serializePayload(serializer, String.class).getData();
                state = States.after(state, type, event.getPayloadType().getSimpleName(), json(payload));
            }
        }
        return StateJson.state(StateJson.text(state));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
