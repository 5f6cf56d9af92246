package io.waybill.command.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@RealServers({Server.POSTGRES, Server.KAFKA})
class PlaceOrderApiTest {
    /** Of a wallet that was never opened. */
    private static final String WALLET = "\"walletId\":\"01900000-0000-7000-8000-000000000010\"";

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 10);
        service.stocked("TEA", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_order_is_answered_with_its_place_its_version_and_its_id() {
        byte[] body = service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":2}"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .valueMatches("Location", "/api/v1/orders/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.orderId")
                .isNotEmpty()
                .jsonPath("$.version")
                .isEqualTo(0)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
    }

    @Test
    void the_stored_event_says_what_was_bought_and_who_asked() {
        service.post(
                        "/api/v1/orders",
                        order(
                                "{\"sku\":\"mug\",\"quantity\":2},{\"sku\":\"tea\",\"quantity\":1,"
                                        + "\"unitPrice\":{\"amount\":\"0.125\",\"currency\":\"GBP\"}},{\"sku\":\"MUG\",\"quantity\":3}"),
                        "X-Actor",
                        "ada",
                        "X-Correlation-Id",
                        "request-7")
                .expectStatus()
                .isCreated();

        var event = service.database
                .sql("select payload::jsonb ->> 'total' as total, payload::jsonb ->> 'groups' as groups,"
                        + " metadata::text as metadata from event where name = 'OrderPlaced' and"
                        + " metadata ->> 'actor' = 'ada'")
                .query()
                .singleRow();
        assertThat(event.get("total")).isEqualTo("{\"amount\": \"12.87\", \"currency\": \"GBP\"}");
        assertThat(event.get("groups").toString())
                .contains("\"sku\": \"MUG\"", "\"quantity\": 5", "\"sources\": [\"MAIN\"]");
        assertThat(event.get("metadata").toString())
                .contains("\"correlationId\":\"request-7\"", "\"command\":\"PlaceOrder\"", "\"traceparent\":");
    }

    @Test
    void a_repeated_key_gets_the_first_answer_and_has_no_second_effect() {
        String body = order("{\"sku\":\"mug\",\"quantity\":1}");
        byte[] first = service.post("/api/v1/orders", body, "Idempotency-Key", "k-1")
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        long events = service.events();

        byte[] again = service.post("/api/v1/orders", body, "Idempotency-Key", "k-1")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(again).isEqualTo(first);
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_key_that_comes_with_another_body_is_refused() {
        service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":1}"), "Idempotency-Key", "k-2")
                .expectStatus()
                .isCreated();

        service.post("/api/v1/orders", order("{\"sku\":\"mug\",\"quantity\":2}"), "Idempotency-Key", "k-2")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    static Stream<Arguments> refused() {
        String line = "{\"sku\":\"mug\",\"quantity\":1}";
        String lines1001 = IntStream.range(0, 1_001).mapToObj(i -> line).collect(Collectors.joining(","));
        String many = "{\"sku\":\"mug\",\"quantity\":1,\"unitPrice\":{\"amount\":\"1\",\"currency\":\"GBP\"}}";
        return Stream.of(
                Arguments.of("malformed JSON", order(line) + "}", 400, null),
                Arguments.of("an unknown field", order(line).replace("\"payment\"", "\"x\":1,\"payment\""), 400, "/x"),
                Arguments.of("a wrong type", order("{\"sku\":\"mug\",\"quantity\":\"one\"}"), 400, "/lines/0/quantity"),
                Arguments.of("a missing field", order("{\"sku\":\"mug\"}"), 422, "/lines/0/quantity"),
                Arguments.of("no lines", order(""), 422, "/lines"),
                Arguments.of(
                        "a negative quantity", order("{\"sku\":\"mug\",\"quantity\":-1}"), 422, "/lines/0/quantity"),
                Arguments.of("a thousand-and-first line", order(lines1001), 422, "/lines"),
                Arguments.of("an unknown SKU", order(line + ",{\"sku\":\"nope\",\"quantity\":1}"), 422, "/lines/1/sku"),
                Arguments.of(
                        "two currencies",
                        order(many + "," + many.replace("GBP", "EUR")),
                        422,
                        "/lines/1/unitPrice/currency"),
                Arguments.of("a price of nothing", order(many.replace("\"1\"", "\"0\"")), 422, "/lines/0/unitPrice"),
                Arguments.of(
                        "a character that cannot be stored",
                        order(line).replace("Norway", "Nor\\u0000way"),
                        422,
                        "/shipTo/country"),
                Arguments.of("no means of payment", paid("{}"), 422, "/payment"),
                Arguments.of("a blank card", paid("{\"cardToken\":\" \"}"), 422, "/payment/cardToken"),
                Arguments.of("a wallet that is none", paid("{\"walletId\":\"7\"}"), 422, "/payment/walletId"),
                Arguments.of(
                        "an amount where nothing is shared",
                        paid("{\"cardToken\":\"tok_approve\"," + walletPays("1.00", "GBP") + "}"),
                        422,
                        "/payment/walletAmount"),
                Arguments.of(
                        "no amount where a wallet and a card share",
                        paid("{\"cardToken\":\"tok_approve\"," + WALLET + "}"),
                        422,
                        "/payment/walletAmount"),
                Arguments.of("a wallet that pays all and a card", shared("2.55", "GBP"), 422, "/payment/walletAmount"),
                Arguments.of("a wallet that pays nothing", shared("0.00", "GBP"), 422, "/payment/walletAmount"),
                Arguments.of(
                        "a wallet that pays in another currency",
                        shared("1.00", "EUR"),
                        422,
                        "/payment/walletAmount/currency"),
                Arguments.of(
                        "a way out that there is not",
                        order(line).replace("\"payment\"", "\"onLoss\":\"PRAY\",\"payment\""),
                        400,
                        "/onLoss"),
                Arguments.of("no country", order(line).replace("Norway", " "), 422, "/shipTo/country"),
                Arguments.of("a body over 1 MiB", order(line + " ".repeat(1 << 20)), 413, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_is_wrong_is_refused_by_name_and_nothing_is_stored(String what, String body, int status, String pointer) {
        long events = service.events();

        var answer = service.post("/api/v1/orders", body)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.reason")
                .isNotEmpty();
        if (pointer != null) {
            answer.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_wallet_that_was_never_opened_pays_nothing() {
        assertWalletRefused(paid("{" + WALLET + "}"), "UNKNOWN_WALLET");
        assertWalletRefused(shared("1.00", "GBP"), "UNKNOWN_WALLET");
    }

    @Test
    void a_wallet_of_another_currency_than_the_lines_pays_nothing() {
        String euros = wallet("EUR");

        assertWalletRefused(paid("{" + euros + "}"), "INVALID_PAYMENT");
        assertWalletRefused(shared(euros, "1.00", "GBP"), "INVALID_PAYMENT");
    }

    private static void assertWalletRefused(String order, String reason) {
        long events = service.events();
        service.post("/api/v1/orders", order)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.reason")
                .isEqualTo(reason)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/payment/walletId");
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void a_wallet_pays_its_part_and_the_card_the_rest() {
        service.post("/api/v1/orders", shared(wallet("GBP"), "1.00", "GBP"), "X-Actor", "both")
                .expectStatus()
                .isCreated();

        assertThat(stored("both", "payments")).contains("\"1.00\"", "\"1.55\"", "\"tok_approve\"");
        assertThat(stored("both", "onShortStock")).isEqualTo("REJECT");
        assertThat(stored("both", "onLoss")).isEqualTo("REFUND");
    }

    @Test
    void a_wallet_pays_alone_and_the_order_says_what_is_to_become_of_it() {
        String choices = "\"onShortStock\":\"SHIP_AVAILABLE\",\"onLoss\":\"RESHIP\",\"payment\"";
        service.post(
                        "/api/v1/orders",
                        paid("{" + wallet("GBP") + "}").replace("\"payment\"", choices),
                        "X-Actor",
                        "wallet")
                .expectStatus()
                .isCreated();

        assertThat(stored("wallet", "payments")).contains("\"2.55\"").doesNotContain("tok_approve");
        assertThat(stored("wallet", "onShortStock")).isEqualTo("SHIP_AVAILABLE");
        assertThat(stored("wallet", "onLoss")).isEqualTo("RESHIP");
    }

    private static String stored(String actor, String field) {
        return service.database
                .sql("select payload::jsonb ->> ? from event where name = 'OrderPlaced' and metadata ->> 'actor' = ?")
                .params(field, actor)
                .query(String.class)
                .single();
    }

    private static String shared(String walletAmount, String currency) {
        return shared(WALLET, walletAmount, currency);
    }

    private static String shared(String wallet, String walletAmount, String currency) {
        return paid("{\"cardToken\":\"tok_approve\"," + wallet + "," + walletPays(walletAmount, currency) + "}");
    }

    /** Opens one, and names it as a payment does. */
    private static String wallet(String currency) {
        byte[] opened = service.post("/api/v1/wallets", "{\"customerId\":\"17850\",\"currency\":\"" + currency + "\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return "\"walletId\":" + JsonMapper.shared().readTree(opened).get("walletId");
    }

    private static String walletPays(String amount, String currency) {
        return "\"walletAmount\":{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"}";
    }

    private static String paid(String payment) {
        return order("{\"sku\":\"mug\",\"quantity\":1}")
                .replaceAll("\"payment\":\\{.*", "\"payment\":" + payment + "}");
    }

    private static String order(String lines) {
        return """
                {"shipTo":{"country":"Norway"},"lines":[%s],"payment":{"cardToken":"tok_approve"}}""".formatted(lines);
    }
}
