package io.waybill.query.wallet;

import static io.waybill.projection.WholeLife.pounds;
import static io.waybill.query.Refusals.assertNotFound;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.projection.Answer;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class WalletApiTest {
    private static final WalletId ADA = new WalletId(UUID.randomUUID());
    private static final WalletId GUEST = new WalletId(UUID.randomUUID());
    private static final TransferId TRANSFER = new TransferId(UUID.randomUUID());
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("wallet", "transfer");
        service.story()
                .wallet(new WalletOpened(ADA, CustomerId.of("17850"), CurrencyUnit.GBP))
                .wallet(new FundsDeposited(ADA, new DepositId(UUID.randomUUID()), pounds("10.00")))
                .wallet(new FundsHeld(ADA, new HoldId(UUID.randomUUID()), pounds("2.50")))
                .wallet(new WalletOpened(GUEST, null, CurrencyUnit.JPY))
                .transfer(new TransferRequested(TRANSFER, ADA, GUEST, pounds("3.00")))
                .transfer(new TransferFailed(TRANSFER, TransferFailure.OTHER_CURRENCY));
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_wallet_tells_what_is_in_it_and_what_is_free() {
        Answer answer = service.get("/api/v1/wallets/" + ADA);

        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"walletId":"%s","customerId":"17850","status":"OPEN","balance":{"amount":"10.00","currency":"GBP"},
                 "held":{"amount":"2.50","currency":"GBP"},"available":{"amount":"7.50","currency":"GBP"},
                 "openedAt":"2026-01-05T10:00:00Z","updatedAt":"2026-01-05T10:00:02Z","version":2}
                """.formatted(ADA));
    }

    @Test
    void nothing_is_written_as_its_currency_writes_it() {
        assertThat(service.get("/api/v1/wallets/" + GUEST).read("$.balance.amount"))
                .isEqualTo("0");
    }

    @Test
    void a_transfer_tells_what_became_of_it() {
        Answer answer = service.get("/api/v1/transfers/" + TRANSFER);

        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body()).isEqualToIgnoringWhitespace("""
                {"transferId":"%s","source":"%s","target":"%s","amount":{"amount":"3.00","currency":"GBP"},
                 "status":"FAILED","reason":"OTHER_CURRENCY","requestedAt":"2026-01-05T10:00:04Z",
                 "updatedAt":"2026-01-05T10:00:05Z","version":1}
                """.formatted(TRANSFER, ADA, GUEST));
    }

    @Test
    void what_is_not_there_is_not_found_and_what_is_no_id_is_refused() {
        assertNotFound(service.get("/api/v1/wallets/" + UUID.randomUUID()), "WALLET_NOT_FOUND");
        assertNotFound(service.get("/api/v1/transfers/" + UUID.randomUUID()), "TRANSFER_NOT_FOUND");
        assertRefused(service.get("/api/v1/wallets/7"), "id", "a UUID");
    }
}
