package io.waybill.query.audit;

import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.payment.PaymentPart;
import io.waybill.contract.payment.PaymentRequested;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.projection.Answer;
import io.waybill.projection.Orders;
import io.waybill.projection.WholeLife;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class AuditApiTest {
    private static final OrderPlaced HEARTS = Orders.hearts();
    private static final PaymentPart PAYMENT = HEARTS.payments().getFirst();
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("audit");
        OrderId order = service.story().placed(HEARTS);
        service.story()
                .received("71053@MAIN", 5)
                .reserved("71053@MAIN", order, 1)
                .received("71053@MAIN", 6)
                .confirmed(order)
                .happened(
                        "Payment",
                        PAYMENT.paymentId().toString(),
                        new PaymentRequested(PAYMENT.paymentId(), order, HEARTS.total(), PAYMENT.means()))
                .happened(
                        "Product",
                        "71053",
                        new ProductRegistered(Sku.of("71053"), "WHITE METAL LANTERN", Orders.money("GBP", "3.39")));
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_orders_history_says_what_happened_by_whom_and_why() {
        Answer answer = service.get("/api/v1/audit/order/" + HEARTS.orderId());

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.list("$.items[*].name")).containsExactly("OrderPlaced", "OrderConfirmed");
        assertThat(answer.list("$.items[*].version")).containsExactly(0, 1);
        assertThat(answer.read("$.next")).isNull();
        assertThat(answer.body()).contains("""
                {"version":1,"name":"OrderConfirmed","revision":1,"recordedAt":"2026-01-05T10:00:04Z","actor":"ada",\
                "command":"ACommand","correlationId":"correlation-1","causationId":"cause-1",\
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736","position":5,\
                "payload":{"orderId":"%s"},\
                "changes":[{"path":"/status","before":"PLACED","after":"CONFIRMED"},\
                {"path":"/confirmedAmendment","after":0}]}""".formatted(HEARTS.orderId()));
        assertThat(answer.read("$.items[0].payload.total.amount")).isEqualTo("42.43");
    }

    @ParameterizedTest
    @CsvSource({"stock, 71053@main, 3", "product, 71053, 1"})
    void everything_has_a_history(String type, String id, int events) {
        assertThat(service.get("/api/v1/audit/" + type + "/" + id).list("$.items[*]"))
                .hasSize(events);
    }

    @Test
    void a_payment_has_one_too() {
        assertThat(service.get("/api/v1/audit/payment/" + PAYMENT.paymentId()).list("$.items[*].name"))
                .containsExactly("PaymentRequested");
    }

    @Test
    void shipments_returns_wallets_transfers_and_customers_have_one_too() {
        WholeLife life = new WholeLife(service.story(), Orders.hearts());
        WalletId wallet = new WalletId(UUID.randomUUID());
        TransferId transfer = new TransferId(UUID.randomUUID());
        CustomerId customer = CustomerId.of("c-1");
        life.dispatched(life.hearts);
        life.requestedBack();
        service.story()
                .wallet(new WalletOpened(wallet, customer, CurrencyUnit.GBP))
                .transfer(new TransferFailed(transfer, TransferFailure.SOURCE_CLOSED))
                .happened("Customer", DataSubject.of(customer).toString(), new CustomerErased(customer, "asked for"));
        service.tell();

        assertThat(names("shipment/" + life.hearts.shipmentId()))
                .containsExactly("ShipmentBooked", "ShipmentDispatched");
        assertThat(names("return/" + life.back)).containsExactly("ReturnRequested");
        assertThat(names("wallet/" + wallet)).containsExactly("WalletOpened");
        assertThat(names("transfer/" + transfer)).containsExactly("TransferFailed");
        assertThat(names("customer/c-1")).containsExactly("CustomerErased");
    }

    @Test
    void a_long_history_comes_in_pages() {
        Answer first = service.get("/api/v1/audit/stock/71053@MAIN?limit=2");
        Answer second = service.get("/api/v1/audit/stock/71053@MAIN?limit=2&after=" + first.read("$.next"));

        assertThat(first.list("$.items[*].name")).containsExactly("StockReceived", "StockReserved");
        assertThat(second.list("$.items[*].name")).containsExactly("StockReceived");
        assertThat(second.read("$.next")).isNull();
    }

    @Test
    void what_never_happened_is_not_found() {
        assertNotFound(service.get("/api/v1/audit/order/" + UUID.randomUUID()), "NO_HISTORY");
        assertNotFound(service.get("/api/v1/audit/spaceship/1"), "UNKNOWN_ENTITY_TYPE");
    }

    @Test
    void what_is_no_id_and_what_is_no_parameter_is_refused() {
        assertRefused(service.get("/api/v1/audit/order/536365"), "id", "");
        assertRefused(service.get("/api/v1/audit/stock/71053"), "id", "SKU@WAREHOUSE");
        assertRefused(service.get("/api/v1/audit/product/71053?limit=0"), "limit", "between 1 and 500");
        assertRefused(service.get("/api/v1/audit/product/71053?after=x"), "after", "no cursor");
        assertRefused(service.get("/api/v1/audit/product/71053?since=x"), "since", "unknown");
    }

    private static List<Object> names(String entity) {
        return service.get("/api/v1/audit/" + entity).list("$.items[*].name");
    }
}
