package io.waybill.projection.wallet;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.wallet.DepositRejected;
import io.waybill.contract.wallet.FundsDeposited;
import io.waybill.contract.wallet.FundsHeld;
import io.waybill.contract.wallet.FundsWithdrawn;
import io.waybill.contract.wallet.HoldCaptured;
import io.waybill.contract.wallet.HoldRejected;
import io.waybill.contract.wallet.HoldReleased;
import io.waybill.contract.wallet.WalletClosed;
import io.waybill.contract.wallet.WalletEvent;
import io.waybill.contract.wallet.WalletOpened;
import io.waybill.projection.batch.RowBatch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Adds up what the events of wallets change. A row's version makes adding safe to repeat: what it has seen it does not add
 * again. Every event moves the version, also one that moves no money, so that it is always the aggregate's.
 */
@Component
@ProcessingGroup(WalletView.NAME)
final class WalletWriter {
    private static final BigDecimal NOTHING = BigDecimal.ZERO;
    private static final String OPEN = """
            insert into wallet (wallet_id, customer_id, currency, balance, held, status, opened_at, updated_at, version)
            values (?, ?, ?, 0, 0, 'OPEN', ?, ?, ?)
            on conflict (wallet_id) do nothing
            """;
    private static final String APPLY = """
            update wallet set balance = balance + ?, held = held + ?, status = coalesce(?, status), updated_at = ?,
                              version = ?
             where wallet_id = ? and version < ?
            """;

    private final RowBatch rows;

    WalletWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, OPEN, APPLY);
    }

    @EventHandler
    void on(WalletEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        rows.changed(event.walletId());
        switch (event) {
            case WalletOpened opened -> open(opened, at, version);
            case FundsDeposited in -> apply(event, in(in.amount()), NOTHING, at, version);
            case FundsWithdrawn out -> apply(event, out(out.amount()), NOTHING, at, version);
            case FundsHeld held -> apply(event, NOTHING, in(held.amount()), at, version);
            case HoldReleased free -> apply(event, NOTHING, out(free.amount()), at, version);
            case HoldCaptured taken -> apply(event, out(taken.amount()), out(taken.amount()), at, version);
            case HoldRejected _, DepositRejected _, WalletClosed _ -> apply(event, NOTHING, NOTHING, at, version);
        }
    }

    private void open(WalletOpened event, OffsetDateTime at, long version) {
        rows.add(
                OPEN,
                event.walletId().value(),
                Objects.toString(event.customerId(), null),
                event.currency().getCode(),
                at,
                at,
                version);
    }

    // A closed wallet still answers what it is asked, and stays closed.
    private void apply(WalletEvent event, BigDecimal balance, BigDecimal held, OffsetDateTime at, long version) {
        String closed = event instanceof WalletClosed ? "CLOSED" : null;
        rows.add(APPLY, balance, held, closed, at, version, event.walletId().value(), version);
    }

    private static BigDecimal in(Money amount) {
        return amount.getAmount();
    }

    private static BigDecimal out(Money amount) {
        return amount.getAmount().negate();
    }
}
