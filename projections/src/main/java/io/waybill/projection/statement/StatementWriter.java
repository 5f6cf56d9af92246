package io.waybill.projection.statement;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.RefundPart;
import io.waybill.contract.payment.PaymentCaptured;
import io.waybill.contract.payment.PaymentEvent;
import io.waybill.contract.payment.PaymentRefunded;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes a line for each event that moves money.
 *
 * <pre>
 *  account  kind                  amount                                     because
 *  orders   ORDERED               + the order's total                        OrderPlaced
 *           AMENDED               + the new total, less the one before       OrderAmended
 *           CANCELLED, REJECTED   − what was ordered                         OrderCancelled, OrderRejected
 *           CREDITED              − what was returned or lost                OrderRefundRequested
 *           PAID                  − what was captured                        PaymentCaptured
 *           REFUNDED              + what was given back                      PaymentRefunded
 *  wallet   OPENED                0                                          WalletOpened
 *           DEPOSITED             + what came in                             FundsDeposited
 *           WITHDRAWN, SPENT      − what went out                            FundsWithdrawn, HoldCaptured
 * </pre>
 *
 * <p>Payments do not say whose they are. Their order does, and may come before or after them, since it may be in another
 * segment: whichever comes second finds the other's lines, because one segment at a time writes this view.
 */
@Component
@ProcessingGroup(StatementView.NAME)
final class StatementWriter {
    private static final String ONE_AT_A_TIME = "lock table statement in share row exclusive mode";
    private static final String BEGIN = """
            insert into statement (source_id, version, account, owner_id, customer_id, kind, at, currency, amount)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (source_id, version) do nothing
            """;
    private static final String CLAIM = """
            update statement set customer_id = ? where owner_id = ? and customer_id is null
            """;
    private static final String AMEND = """
            insert into statement (source_id, version, account, owner_id, customer_id, kind, at, currency, amount)
            select source_id, ?::bigint, account, owner_id, customer_id, 'AMENDED', ?::timestamptz, currency,
                   ?::numeric - (select sum(amount) from statement ordered
                         where ordered.source_id = placed.source_id and ordered.kind in ('ORDERED', 'AMENDED'))
              from statement placed
             where source_id = ? and version = 0
            on conflict (source_id, version) do nothing
            """;
    private static final String TAKE_BACK = """
            insert into statement (source_id, version, account, owner_id, customer_id, kind, at, currency, amount)
            select source_id, ?::bigint, account, owner_id, customer_id, ?::text, ?::timestamptz, currency,
                   - (select sum(amount) from statement ordered
                       where ordered.source_id = placed.source_id and ordered.kind in ('ORDERED', 'AMENDED'))
              from statement placed
             where source_id = ? and version = 0
            on conflict (source_id, version) do nothing
            """;
    // Whose it is, is known from the owner's first line, once that is there.
    private static final String MOVE = """
            insert into statement (source_id, version, account, owner_id, customer_id, kind, at, currency, amount)
            select source_id, version, account, owner_id,
                   (select customer_id from statement first where first.source_id = move.owner_id and first.version = 0),
                   kind, at, currency, amount
              from (values (?::uuid, ?::bigint, ?::text, ?::uuid, ?::text, ?::timestamptz, ?::text, ?::numeric))
                   move (source_id, version, account, owner_id, kind, at, currency, amount)
            on conflict (source_id, version) do nothing
            """;
    private static final String ORDERS = "orders";
    private static final String WALLET = "wallet";

    private final RowBatch rows;

    StatementWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, ONE_AT_A_TIME, BEGIN, CLAIM, AMEND, TAKE_BACK, MOVE);
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        switch (event) {
            case OrderPlaced placed -> placed(placed, at);
            case OrderAmended amended -> {
                rows.add(ONE_AT_A_TIME);
                rows.add(
                        AMEND,
                        version,
                        at,
                        amended.total().getAmount(),
                        amended.orderId().value());
            }
            case OrderCancelled _ -> takeBack(event, "CANCELLED", at, version);
            case OrderRejected _ -> takeBack(event, "REJECTED", at, version);
            case OrderRefundRequested refund -> {
                Money back = refund.parts().stream()
                        .map(RefundPart::amount)
                        .reduce(refund.uncovered(), Money::plus)
                        .negated();
                Line line = new Line(
                        event.orderId().value(),
                        version,
                        ORDERS,
                        event.orderId().value());
                move(line, "CREDITED", at, back);
            }
            case OrderConfirmed _, OrderPartiallyShipped _, OrderShipped _, OrderDelivered _, OrderClosed _ -> {}
            case OrderReturnOpened _, OrderReturnSettled _, OrderPersonalDataErased _ -> {}
        }
    }

    @EventHandler
    void on(PaymentEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        Line line = new Line(
                event.paymentId().value(), version, ORDERS, event.orderId().value());
        if (event instanceof PaymentCaptured captured) {
            move(line, "PAID", at, captured.amount().negated());
        } else if (event instanceof PaymentRefunded refunded) {
            move(line, "REFUNDED", at, refunded.amount());
        }
    }

    @EventHandler
    void on(WalletEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        UUID wallet = event.walletId().value();
        Line line = new Line(wallet, version, WALLET, wallet);
        switch (event) {
            case WalletOpened opened ->
                begin(line, Objects.toString(opened.customerId(), null), "OPENED", at, Money.zero(opened.currency()));
            case FundsDeposited in -> move(line, "DEPOSITED", at, in.amount());
            case FundsWithdrawn out -> move(line, "WITHDRAWN", at, out.amount().negated());
            case HoldCaptured taken -> move(line, "SPENT", at, taken.amount().negated());
            case FundsHeld _, HoldReleased _, HoldRejected _, DepositRejected _, WalletClosed _ -> {}
        }
    }

    private void placed(OrderPlaced order, OffsetDateTime at) {
        UUID id = order.orderId().value();
        String customer = Objects.toString(order.customerId(), null);
        begin(new Line(id, 0, ORDERS, id), customer, "ORDERED", at, order.total());
        if (customer != null) {
            rows.add(CLAIM, customer, id);
        }
    }

    private void takeBack(OrderEvent event, String kind, OffsetDateTime at, long version) {
        rows.add(ONE_AT_A_TIME);
        rows.add(TAKE_BACK, version, kind, at, event.orderId().value());
    }

    private void begin(Line line, @Nullable String customer, String kind, OffsetDateTime at, Money amount) {
        rows.add(ONE_AT_A_TIME);
        rows.add(
                BEGIN,
                line.source(),
                line.version(),
                line.account(),
                line.owner(),
                customer,
                kind,
                at,
                amount.getCurrencyUnit().getCode(),
                amount.getAmount());
    }

    private void move(Line line, String kind, OffsetDateTime at, Money amount) {
        rows.add(ONE_AT_A_TIME);
        rows.add(
                MOVE,
                line.source(),
                line.version(),
                line.account(),
                line.owner(),
                kind,
                at,
                amount.getCurrencyUnit().getCode(),
                amount.getAmount());
    }

    /** @param owner the order or wallet that it belongs to */
    private record Line(UUID source, long version, String account, UUID owner) {}
}
