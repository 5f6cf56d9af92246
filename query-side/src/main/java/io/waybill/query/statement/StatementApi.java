package io.waybill.query.statement;

import io.waybill.contract.customer.CustomerId;
import io.waybill.query.parameter.Cursor;
import io.waybill.query.parameter.KeysetQuery.Slice;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.statement.StatementAnswer.Account;
import io.waybill.query.statement.StatementAnswer.Line;
import io.waybill.query.statement.Statements.Asked;
import io.waybill.query.statement.Statements.Currencies;
import io.waybill.query.statement.Statements.Move;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /customers/{id}/statement}. */
@RestController
class StatementApi {
    static final int MAX_LIMIT = 500;

    /** As many digits as any sum has, and as few decimals as any currency. */
    private static final String AMOUNT = "-?\\d{1,24}(\\.\\d{1,4})?";

    private final Statements statements;

    StatementApi(Statements statements) {
        this.statements = statements;
    }

    /**
     * A customer's account, line by line, with its running balance: of all orders, or of all wallets. A customer whose orders
     * are of several currencies has an account in each, and has to name one.
     */
    @GetMapping("/api/{version}/customers/{id}/statement")
    StatementAnswer statement(
            @PathVariable String id,
            @RequestParam(defaultValue = "ORDERS") Account account,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable @Size(max = Cursor.MAX_LENGTH) String after) {
        String customer = Parameters.read("id", id, CustomerId::of).value();
        Parameters.checkPeriod("from", from, "to", to);
        CurrencyUnit unit = currency == null
                ? onlyOne(statements.currencies(customer, account))
                : Parameters.read("currency", currency, StatementApi::unit);
        if (unit == null) {
            return new StatementAnswer(customer, account, null, null, List.of(), null, null);
        }
        Asked asked = new Asked(customer, account, unit.getCode(), from, to);
        Place place = after == null ? begin(asked) : Place.of(after, unit);
        Slice<Move> moves = statements.page(asked, limit, place.cursor());
        List<Line> lines = lines(moves.items(), account, unit, place.balance());
        Money opening = Money.of(unit, place.balance());
        Money closing = lines.isEmpty() ? opening : lines.getLast().balance();
        String next = moves.next() == null ? null : new Place(closing.getAmount(), moves.next()).toString();
        return new StatementAnswer(customer, account, unit.getCode(), opening, lines, closing, next);
    }

    private Place begin(Asked asked) {
        Instant from = asked.from();
        return new Place(from == null ? BigDecimal.ZERO : statements.balanceBefore(asked, from), null);
    }

    private static List<Line> lines(List<Move> moves, Account account, CurrencyUnit unit, BigDecimal opening) {
        List<Line> lines = new ArrayList<>();
        Money balance = Money.of(unit, opening);
        boolean ofOrders = account == Account.ORDERS;
        for (Move move : moves) {
            Money amount = Money.of(unit, move.amount());
            balance = balance.plus(amount);
            lines.add(new Line(
                    move.at(),
                    move.kind(),
                    ofOrders ? move.owner() : null,
                    ofOrders ? null : move.owner(),
                    amount,
                    balance));
        }
        return lines;
    }

    private static @Nullable CurrencyUnit onlyOne(Optional<Currencies> currencies) {
        return currencies
                .map(found -> {
                    if (!found.first().equals(found.last())) {
                        throw Parameters.invalid(
                                "currency",
                                "has to be named: there are several, such as " + found.first() + " and "
                                        + found.last());
                    }
                    return CurrencyUnit.of(found.first());
                })
                .orElse(null);
    }

    private static CurrencyUnit unit(String text) {
        try {
            return CurrencyUnit.of(text);
        } catch (IllegalCurrencyException unknown) {
            throw new IllegalArgumentException("must be a currency of ISO 4217, such as GBP", unknown);
        }
    }

    /**
     * Where a page ended: the balance goes along, so that no page has to add up those before it.
     *
     * @param cursor of the list; null for its beginning
     */
    private record Place(BigDecimal balance, @Nullable String cursor) {
        static Place of(String text, CurrencyUnit unit) {
            try {
                List<String> parts = Cursor.parts(text, 2);
                if (!parts.getFirst().matches(AMOUNT)) {
                    throw Cursor.broken();
                }
                return new Place(
                        Money.of(unit, new BigDecimal(parts.getFirst())).getAmount(), parts.getLast());
            } catch (IllegalArgumentException | ArithmeticException foreign) {
                throw Cursor.broken();
            }
        }

        @Override
        public String toString() {
            return Cursor.of(balance.toPlainString(), String.valueOf(cursor));
        }
    }
}
