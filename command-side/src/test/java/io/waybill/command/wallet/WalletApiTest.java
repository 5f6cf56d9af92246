package io.waybill.command.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@RealServers({Server.POSTGRES, Server.KAFKA})
class WalletApiTest {
    private static final String NOBODY = "01900000-0000-7000-8000-000000000001";

    private static RunningCommandSide service;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_wallet_is_answered_with_its_place_its_version_and_its_id() {
        service.post("/api/v1/wallets", "{\"customerId\":\"17850\",\"currency\":\"GBP\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .valueMatches("Location", "/api/v1/wallets/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.walletId")
                .isNotEmpty()
                .jsonPath("$.version")
                .isEqualTo(0);
    }

    @Test
    void what_was_paid_in_can_be_paid_out_and_the_empty_wallet_closed() {
        String wallet = open("GBP");

        change(wallet, "deposits", "5.00")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Location", "/api/v1/wallets/" + wallet)
                .expectBody()
                .jsonPath("$.depositId")
                .isNotEmpty();
        isRefused(change(wallet, "withdrawals", "5.01"), "INSUFFICIENT_FUNDS");
        isRefused(service.post(path(wallet, "closure"), ""), "NOT_EMPTY");
        change(wallet, "withdrawals", "5.00")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.withdrawalId")
                .isNotEmpty();
        service.post(path(wallet, "closure"), "")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .json("{\"walletId\":\"" + wallet + "\",\"version\":3}");
        isRefused(change(wallet, "deposits", "1.00"), "WALLET_CLOSED");
    }

    @Test
    void another_currency_is_refused() {
        isRefused(change(open("EUR"), "deposits", "5.00"), "OTHER_CURRENCY");
    }

    @Test
    void what_is_no_wallet_is_not_found() {
        change(NOBODY, "deposits", "5.00").expectStatus().isNotFound();
        service.stocked("MUG", 5);
        String placed = service.post("/api/v1/orders", """
                {"shipTo":{"country":"Norway"},"lines":[{"sku":"mug","quantity":1}],
                "payment":{"cardToken":"tok_approve"}}""")
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        String order = placed.substring(placed.lastIndexOf('/') + 1);
        change(order, "deposits", "5.00").expectStatus().isNotFound();
    }

    @Test
    void a_transfer_is_requested() {
        transfer(open("GBP"), open("GBP"), "5.00")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/v1/transfers/[0-9a-f-]{36}")
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectBody()
                .jsonPath("$.transferId")
                .isNotEmpty();
    }

    static Stream<Arguments> transfersThatCannotBe() {
        String pounds = open("GBP");
        return Stream.of(
                Arguments.of(NOBODY, pounds, "5.00", "UNKNOWN_WALLET", "/source"),
                Arguments.of(pounds, NOBODY, "5.00", "UNKNOWN_WALLET", "/target"),
                Arguments.of(pounds, pounds, "5.00", "SAME_WALLET", "/target"),
                Arguments.of(open("EUR"), pounds, "5.00", "OTHER_CURRENCY", "/source"),
                Arguments.of(pounds, open("EUR"), "5.00", "OTHER_CURRENCY", "/target"),
                Arguments.of(pounds, open("GBP"), "0", null, "/amount"),
                Arguments.of(pounds, open("GBP"), "-1", null, "/amount"),
                Arguments.of(pounds, open("GBP"), "1000000000000.01", null, "/amount"));
    }

    @ParameterizedTest
    @MethodSource("transfersThatCannotBe")
    void a_transfer_that_cannot_be_is_refused_by_name_and_nothing_is_stored(
            String source, String target, String amount, String reason, String pointer) {
        long events = service.events();

        var problem = transfer(source, target, amount)
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
        if (reason != null) {
            problem.jsonPath("$.reason").isEqualTo(reason);
        }
        assertThat(service.events()).isEqualTo(events);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("/api/v1/wallets", "{}", 422, "/currency"),
                Arguments.of("/api/v1/wallets", "{\"currency\":\"XYZW\"}", 400, "/currency"),
                Arguments.of("/api/v1/wallets", "{\"currency\":\"GBP\",\"x\":1}", 400, "/x"),
                Arguments.of("/api/v1/wallets", "{\"currency\":\"GBP\",\"customerId\":\"\"}", 422, "/customerId"),
                Arguments.of("/api/v1/transfers", "{}", 422, "/amount"),
                Arguments.of("/api/v1/transfers", "{\"source\":\"here\"}", 422, "/source"),
                Arguments.of(
                        "/api/v1/wallets/" + NOBODY + "/deposits",
                        "{\"amount\":{\"amount\":\"1.001\",\"currency\":\"GBP\"}}",
                        422,
                        "/amount/amount"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_wrong_is_refused_by_name(String path, String body, int status, String pointer) {
        service.post(path, body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    private static String open(String currency) {
        String location = service.post("/api/v1/wallets", "{\"currency\":\"" + currency + "\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getFirst("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static ResponseSpec change(String wallet, String what, String amount) {
        return service.post(
                path(wallet, what), "{\"amount\":{\"amount\":\"%s\",\"currency\":\"GBP\"}}".formatted(amount));
    }

    private static ResponseSpec transfer(String source, String target, String amount) {
        return service.post("/api/v1/transfers", """
                {"source":"%s","target":"%s","amount":{"amount":"%s","currency":"GBP"}}""".formatted(source, target, amount));
    }

    private static String path(String wallet, String what) {
        return "/api/v1/wallets/" + wallet + "/" + what;
    }

    private static void isRefused(ResponseSpec answer, String reason) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.reason").isEqualTo(reason);
    }
}
