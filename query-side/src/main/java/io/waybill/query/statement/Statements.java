package io.waybill.query.statement;

import io.waybill.query.parameter.KeysetQuery;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.SortKey;
import io.waybill.query.parameter.SortKey.Column;
import io.waybill.query.parameter.Sorting;
import io.waybill.query.statement.StatementAnswer.Account;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the view. */
@Component
final class Statements {
    private static final Sorting OLDEST_FIRST =
            new Sorting(SortKey.of("at", Column.time("at"), Column.id("source_id"), Column.number("version")), false);
    private static final String SELECT = "select kind, at, owner_id, amount, source_id, version from statement";

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to up to it, and without it */
    record Asked(
            String customer,
            Account account,
            String currency,
            @Nullable Instant from,
            @Nullable Instant to) {}

    record Move(String kind, Instant at, UUID owner, BigDecimal amount) {}

    /** The first and the last of the account's currencies by name; the same where there is one; empty for an empty account. */
    Optional<Currencies> currencies(String customer, Account account) {
        return jdbc.sql("""
                        select min(currency) as first, max(currency) as last from statement
                         where customer_id = ? and account = ?
                        """)
                .params(customer, slug(account))
                .query((row, number) -> new Currencies(row.getString("first"), row.getString("last")))
                .optional()
                .filter(found -> found.first() != null);
    }

    record Currencies(String first, String last) {}

    /** What all that was before comes to. */
    BigDecimal balanceBefore(Asked asked, Instant time) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from statement
                         where customer_id = ? and account = ? and currency = ? and at < ?
                        """)
                .params(asked.customer(), slug(asked.account()), asked.currency(), time.atOffset(ZoneOffset.UTC))
                .query(BigDecimal.class)
                .single();
    }

    Slice<Move> page(Asked asked, int limit, @Nullable String after) {
        return query(asked, after).slice(jdbc, limit, Statements::move);
    }

    static KeysetQuery query(Asked asked, @Nullable String after) {
        return new KeysetQuery(SELECT, OLDEST_FIRST)
                .where("customer_id = ?", asked.customer())
                .where("account = ?", slug(asked.account()))
                .where("currency = ?", asked.currency())
                .where("at >= ?", time(asked.from()))
                .where("at < ?", time(asked.to()))
                .after(after);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String slug(Account account) {
        return account.name().toLowerCase(Locale.ROOT);
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("owner_id", UUID.class),
                row.getBigDecimal("amount"));
    }
}
