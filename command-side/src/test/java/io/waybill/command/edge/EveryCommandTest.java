package io.waybill.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.command.SagaCommands;
import io.waybill.command.order.OrdersUnderWay;
import io.waybill.contract.inventory.Sku;
import io.waybill.contract.inventory.WarehouseId;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.returns.ApproveReturn;
import io.waybill.contract.returns.ReceiveReturn;
import io.waybill.contract.returns.RequestReturn;
import io.waybill.contract.returns.ReturnId;
import io.waybill.contract.returns.ReturnReceipt;
import io.waybill.contract.shipment.RecordBooking;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.WalletId;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every command of the public API, whoever adds it: keys, conditions, versions. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class EveryCommandTest {
    private static final WalletId WALLET = WalletId.of("01900000-0000-7000-8000-000000000010");
    private static final WalletId TO_BE_CLOSED = WalletId.of("01900000-0000-7000-8000-000000000011");
    private static final String AMOUNT = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}";

    private static final UUID PLACED = new UUID(0, 1);
    private static final UUID TO_BE_CANCELLED = new UUID(0, 2);
    private static final UUID PACKED = new UUID(0, 3);
    private static final UUID ARRIVING = new UUID(0, 4);
    private static final UUID SINKING = new UUID(0, 5);
    private static final UUID DELIVERED = new UUID(0, 6);
    private static final UUID RETURNABLE = new UUID(0, 7);
    private static final UUID FORGOTTEN = new UUID(0, 8);
    private static final ReturnId ASKED = new ReturnId(new UUID(1, 1));
    private static final ReturnId TO_BE_DECLINED = new ReturnId(new UUID(1, 2));
    private static final ReturnId COMING = new ReturnId(new UUID(1, 3));
    private static final ReturnId CAME = new ReturnId(new UUID(1, 4));

    /**
     * For each command a request that is done; what it needs is there, the products EXAMPLE and OUTDATED, stock of them and
     * two wallets.
     */
    private static final Map<String, Example> EXAMPLES = Map.ofEntries(
            Map.entry("POST /api/v1/products", new Example("/api/v1/products", """
                    {"sku":"new","name":"A new","price":{"amount":"1.00","currency":"GBP"}}""")),
            Map.entry(
                    "PATCH /api/v1/products/{sku}",
                    new Example("/api/v1/products/example", "{\"name\":\"Another\"}", 200)),
            Map.entry("PUT /api/v1/products/{sku}/price", new Example("/api/v1/products/example/price", """
                    {"price":{"amount":"1.25","currency":"GBP"}}""", 200)),
            Map.entry("DELETE /api/v1/products/{sku}", new Example("/api/v1/products/outdated", "")),
            Map.entry(
                    "POST /api/v1/stock/{sku}/{warehouse}/receipts",
                    new Example("/api/v1/stock/example/main/receipts", "{\"quantity\":1}")),
            Map.entry(
                    "POST /api/v1/stock/{sku}/{warehouse}/counts",
                    new Example("/api/v1/stock/example/main/counts", "{\"counted\":20}")),
            Map.entry("POST /api/v1/orders", new Example("/api/v1/orders", """
                    {"shipTo":{"country":"Norway"},"lines":[{"sku":"example","quantity":1}],
                    "payment":{"cardToken":"tok_approve"}}""")),
            Map.entry("PATCH /api/v1/orders/{order}", new Example("/api/v1/orders/" + PLACED, """
                    {"shipTo":{"country":"Iceland"}}""", 200)),
            Map.entry(
                    "POST /api/v1/orders/{order}/cancellation",
                    new Example("/api/v1/orders/" + TO_BE_CANCELLED + "/cancellation", "")),
            Map.entry(
                    "POST /api/v1/orders/{order}/closure", new Example("/api/v1/orders/" + DELIVERED + "/closure", "")),
            Map.entry(
                    "POST /api/v1/shipments/{shipment}/dispatch",
                    new Example("/api/v1/shipments/" + OrdersUnderWay.shipment(PACKED) + "/dispatch", "")),
            Map.entry(
                    "POST /api/v1/shipments/{shipment}/delivery",
                    new Example("/api/v1/shipments/" + OrdersUnderWay.shipment(ARRIVING) + "/delivery", "")),
            Map.entry(
                    "POST /api/v1/shipments/{shipment}/loss",
                    new Example("/api/v1/shipments/" + OrdersUnderWay.shipment(SINKING) + "/loss", "")),
            Map.entry(
                    "POST /api/v1/orders/{order}/returns",
                    new Example("/api/v1/orders/" + RETURNABLE + "/returns", """
                    {"lines":[{"line":1,"quantity":1}],"reason":"too big"}""")),
            Map.entry(
                    "POST /api/v1/returns/{return}/approval",
                    new Example("/api/v1/returns/" + ASKED + "/approval", "")),
            Map.entry(
                    "POST /api/v1/returns/{return}/decline",
                    new Example("/api/v1/returns/" + TO_BE_DECLINED + "/decline", "{\"reason\":\"worn\"}", 200)),
            Map.entry(
                    "POST /api/v1/returns/{return}/receipt",
                    new Example("/api/v1/returns/" + COMING + "/receipt", """
                    {"warehouse":"main","receipts":[{"line":1,"quantity":1,"condition":"SELLABLE"}]}""", 200)),
            Map.entry(
                    "POST /api/v1/returns/{return}/refund",
                    new Example("/api/v1/returns/" + CAME + "/refund", "{}", 200)),
            Map.entry("POST /api/v1/customers", new Example("/api/v1/customers", """
                    {"customerId":"new","name":"Ada"}""")),
            Map.entry("PATCH /api/v1/customers/{id}", new Example("/api/v1/customers/revised", """
                    {"name":"Grace"}""", 200)),
            Map.entry(
                    "DELETE /api/v1/customers/{id}/personal-data",
                    new Example("/api/v1/customers/erased/personal-data", "{}", 204)),
            Map.entry(
                    "DELETE /api/v1/orders/{order}/personal-data",
                    new Example("/api/v1/orders/" + FORGOTTEN + "/personal-data", "{}", 204)),
            Map.entry("POST /api/v1/wallets", new Example("/api/v1/wallets", "{\"currency\":\"GBP\"}")),
            Map.entry(
                    "POST /api/v1/wallets/{wallet}/deposits",
                    new Example("/api/v1/wallets/" + WALLET + "/deposits", AMOUNT)),
            Map.entry(
                    "POST /api/v1/wallets/{wallet}/withdrawals",
                    new Example("/api/v1/wallets/" + WALLET + "/withdrawals", AMOUNT)),
            Map.entry(
                    "POST /api/v1/wallets/{wallet}/closure",
                    new Example("/api/v1/wallets/" + TO_BE_CLOSED + "/closure", "")),
            Map.entry("POST /api/v1/transfers", new Example("/api/v1/transfers", """
                    {"source":"%s","target":"%s","amount":{"amount":"1.00","currency":"GBP"}}""".formatted(WALLET, TO_BE_CLOSED))));

    private static final Set<RequestMethod> SAFE =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    private static RunningCommandSide service;

    /** @param status of the answer when it is done */
    private record Example(String path, String body, int status) {
        /** A body of its own is what something is made of; nothing else is created by these. */
        Example(String path, String body) {
            this(path, body, body.isEmpty() ? 200 : 201);
        }
    }

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("EXAMPLE", 10);
        service.stocked("OUTDATED", 10);
        for (String customer : List.of("revised", "erased")) {
            service.post("/api/v1/customers", "{\"customerId\":\"%s\",\"name\":\"Ada\"}".formatted(customer));
        }
        SagaCommands commands = SagaCommands.of(service);
        OrdersUnderWay orders = new OrdersUnderWay(commands, Sku.of("EXAMPLE"));
        orders.placed(PLACED);
        orders.placed(TO_BE_CANCELLED);
        commands.take("book", new RecordBooking(OrdersUnderWay.shipment(orders.packed(PACKED)), "SNAIL", "1"));
        orders.shipped(ARRIVING);
        orders.shipped(SINKING);
        orders.delivered(DELIVERED);
        orders.delivered(FORGOTTEN);
        orders.delivered(RETURNABLE);
        for (ReturnId id : List.of(ASKED, TO_BE_DECLINED, COMING, CAME)) {
            OrderId order = new OrderId(orders.delivered(new UUID(2, id.value().getLeastSignificantBits())));
            commands.take("request/" + id, new RequestReturn(id, order, Map.of(1, 1), "too big", null));
        }
        commands.take("let come", new ApproveReturn(COMING));
        commands.take("let it come too", new ApproveReturn(CAME));
        commands.take(
                "receive",
                new ReceiveReturn(
                        CAME,
                        WarehouseId.of("MAIN"),
                        List.of(new ReturnReceipt(1, 1, ReturnReceipt.Condition.SELLABLE))));
        for (WalletId wallet : List.of(WALLET, TO_BE_CLOSED)) {
            commands.take("open/" + wallet, new OpenWallet(wallet, null, CurrencyUnit.GBP));
        }
        commands.take("fill", new Deposit(WALLET, new DepositId(WALLET.value()), Money.of(CurrencyUnit.GBP, 100)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Every mapping that is not only for reading; those of operators ask for no command. */
    static Stream<String> commands() {
        return service
                .context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(EveryCommandTest::requests)
                .filter(request -> request.contains(" /api/v1/") && !request.contains(" /api/v1/operations"))
                .sorted();
    }

    private static Stream<String> requests(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        List<RequestMethod> methods = named.isEmpty() ? List.of(RequestMethod.values()) : List.copyOf(named);
        return methods.stream()
                .filter(method -> !SAFE.contains(method))
                .flatMap(method -> mapping.getPatternValues().stream()
                        .map(path -> method + " " + path.replace("{version}", "v1")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takes_a_key_and_a_condition_and_tells_its_version(String command) {
        Example example = EXAMPLES.get(command);
        assertThat(example)
                .as("a request to show that %s takes Idempotency-Key and If-Match", command)
                .isNotNull();
        long before = service.events();

        send(command, example, 412, "If-Match", "\"999\"");
        send(command, example, 400, "If-Match", "999");
        send(command, example, 400, "Idempotency-Key", "");
        assertThat(service.events()).as("events of refused commands").isEqualTo(before);

        int done = example.status();
        var first = send(command, example, done, "Idempotency-Key", command);
        long events = service.events();
        var second = send(command, example, done, "Idempotency-Key", command, "If-Match", "\"999\"");

        assertThat(events).isGreaterThan(before);
        assertThat(service.events()).as("a repeated command has no effect").isEqualTo(events);
        assertThat(first.getResponseHeaders().getETag()).matches("\"\\d+\"");
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(lasting(second)).isEqualTo(lasting(first));
    }

    private static EntityExchangeResult<byte[]> send(String command, Example example, int status, String... headers) {
        HttpMethod method = HttpMethod.valueOf(command.substring(0, command.indexOf(' ')));
        return service.send(method, example.path(), example.body(), headers)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    /** All headers but the moment of the answer. */
    private static HttpHeaders lasting(EntityExchangeResult<?> result) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(result.getResponseHeaders());
        headers.remove(HttpHeaders.DATE);
        return headers;
    }
}
