package io.waybill.query.statement;

import static io.waybill.projection.WholeLife.pounds;
import static io.waybill.query.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.projection.Answer;
import io.waybill.projection.WholeLife;
import io.waybill.query.Plans;
import io.waybill.query.RunningQuerySide;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.statement.StatementAnswer.Account;
import io.waybill.query.statement.Statements.Asked;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealServers(Server.POSTGRES)
class StatementApiTest {
    private static final String ADA = "/api/v1/customers/17850/statement";
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTable("statement");
        WholeLife.told(service.story());
        WalletId wallet = new WalletId(UUID.randomUUID());
        WalletId yen = new WalletId(UUID.randomUUID());
        service.story()
                .wallet(new WalletOpened(wallet, CustomerId.of("17850"), CurrencyUnit.GBP))
                .wallet(new FundsDeposited(wallet, new DepositId(UUID.randomUUID()), pounds("10.00")))
                .wallet(new WalletOpened(yen, CustomerId.of("17850"), CurrencyUnit.JPY));
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void an_account_has_a_balance_behind_each_line() {
        Answer answer = service.get(ADA);

        assertThat(answer.read("$.currency")).isEqualTo("GBP");
        assertThat(answer.read("$.opening.amount")).isEqualTo("0.00");
        assertThat(answer.list("$.items[*].kind")).containsExactly("ORDERED", "PAID", "PAID", "CREDITED", "REFUNDED");
        assertThat(answer.list("$.items[*].balance.amount")).containsExactly("42.43", "27.13", "0.00", "-5.10", "0.00");
        assertThat(answer.read("$.closing.amount")).isEqualTo("0.00");
        assertThat(answer.read("$.next")).isNull();
    }

    @Test
    void the_balance_goes_along_from_page_to_page() {
        Answer first = service.get(ADA + "?limit=2");
        Answer second = service.get(ADA + "?limit=2&after=" + first.read("$.next"));

        assertThat(first.list("$.items[*].balance.amount")).containsExactly("42.43", "27.13");
        assertThat(second.read("$.opening.amount")).isEqualTo("27.13");
        assertThat(second.list("$.items[*].balance.amount")).containsExactly("0.00", "-5.10");
    }

    @Test
    void a_period_opens_with_what_was_before() {
        Object credited = service.get(ADA).list("$.items[*].at").get(3);

        Answer answer = service.get(ADA + "?from=" + credited);

        assertThat(answer.read("$.opening.amount")).isEqualTo("0.00");
        assertThat(answer.list("$.items[*].kind")).containsExactly("CREDITED", "REFUNDED");
        assertThat(service.get(ADA + "?to=" + credited).list("$.items[*].kind"))
                .containsExactly("ORDERED", "PAID", "PAID");
    }

    @Test
    void wallets_have_an_account_in_each_currency_which_has_to_be_named() {
        assertRefused(service.get(ADA + "?account=WALLET"), "currency", "such as GBP and JPY");
        assertThat(service.get(ADA + "?account=WALLET&currency=GBP").list("$.items[*].balance.amount"))
                .containsExactly("0.00", "10.00");
    }

    @Test
    void who_never_ordered_has_an_empty_account() {
        assertThat(service.get("/api/v1/customers/4711/statement").body()).isEqualToIgnoringWhitespace("""
                {"customerId":"4711","account":"ORDERS","items":[],"next":null}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            currency=XYZ         | currency | ISO 4217
            currency=pounds      | currency | [A-Z]{3}
            account=CARD         | account  | one of ORDERS, WALLET
            limit=501            | limit    | between 1 and 500
            after=nonsense       | after    | no cursor
            from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | to | before from
            """)
    void a_parameter_that_is_wrong_is_refused_by_name(String query, String parameter, String detail) {
        assertRefused(service.get(ADA + "?" + query), parameter, detail);
    }

    @Test
    void a_forged_balance_is_no_cursor() {
        for (String balance : new String[] {"1e9", "0.001", "ten", ""}) {
            assertRefused(service.get(ADA + "?after=" + Cursor.of(balance, "x")), "after", "no cursor");
        }
    }

    @Test
    void every_page_is_read_off_an_index() {
        JdbcClient jdbc = service.fold().jdbc();
        jdbc.sql("""
                        insert into statement (source_id, version, account, owner_id, customer_id, kind, at, currency, amount)
                        select gen_random_uuid(), n, 'orders', gen_random_uuid(), case when n % 3 = 0 then 'big' else 'c' || n end,
                               'ORDERED', timestamptz '2020-01-01 00:00Z' + n * interval '1 minute', 'GBP', 1
                          from generate_series(1, 40000) n
                        """).update();
        jdbc.sql("analyze statement").update();
        Instant time = Instant.parse("2020-01-20T00:00:00Z");
        for (Instant from : new Instant[] {null, time}) {
            for (Instant to : new Instant[] {null, time.plusSeconds(86_400)}) {
                Asked asked = new Asked("big", Account.ORDERS, "GBP", from, to);
                Plans.assertReadsOffAnIndex(jdbc, asked.toString(), Statements.query(asked, null));
                Plans.assertReadsOffAnIndex(
                        jdbc, asked.toString(), Statements.query(asked, Cursor.of("at", time, Plans.middle(), 7)));
            }
        }
    }
}
