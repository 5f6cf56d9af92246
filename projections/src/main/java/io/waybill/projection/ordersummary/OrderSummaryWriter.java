package io.waybill.projection.ordersummary;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.customer.CustomerErased;
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
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.batch.RowBatch;
import io.waybill.projection.batch.ViewJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Folds the events of orders into {@code ordersummary}; times come from the events. */
@Component
@ProcessingGroup(OrderSummaryView.NAME)
final class OrderSummaryWriter {
    private static final String PLACE = """
            insert into ordersummary (order_id, reference, customer_id, status, name, street, city, postcode, country,
                                      total, currency, line_count, lines, ordered_at, placed_at, updated_at, version)
            values (?, ?, ?, 'PLACED', ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (order_id) do nothing
            """;
    // Guarded by its own number, so that it does not matter which of the two updates of a batch comes first.
    private static final String AMEND = """
            update ordersummary set name = ?, street = ?, city = ?, postcode = ?, country = ?, total = ?, currency = ?,
                                    line_count = ?, lines = ?::jsonb, amendment = ?
             where order_id = ? and amendment < ?
            """;
    private static final String CHANGE = """
            update ordersummary set status = coalesce(?, status), rejections = coalesce(?::jsonb, rejections),
                                    updated_at = ?, version = ?
             where order_id = ? and version < ?
            """;

    // Nothing that would bring it back comes later: an order that is forgotten is amended no more.
    private static final String FORGET = """
            update ordersummary set name = null, street = null, city = null, postcode = null where order_id = ?
            """;

    // Waits for the rows that others are writing, so that none appears afterwards with what it is to forget.
    private static final String HOLD_OFF = "lock table ordersummary in share row exclusive mode";
    private static final String ERASE = "insert into erased_customer (customer_id) values (?) on conflict do nothing";
    private static final String WIPE = """
            update ordersummary set name = null, street = null, city = null, postcode = null where customer_id = ?
            """;

    private final RowBatch rows;

    OrderSummaryWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, PLACE, AMEND, CHANGE, FORGET, HOLD_OFF, ERASE, WIPE);
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        rows.changed(event.orderId());
        switch (event) {
            case OrderPlaced placed -> place(placed, at, version);
            case OrderAmended amended -> {
                amend(amended);
                change(amended, null, at, version);
            }
            case OrderConfirmed _ -> change(event, "CONFIRMED", at, version);
            case OrderRejected rejected -> reject(rejected, at, version);
            case OrderCancelled _ -> change(event, "CANCELLED", at, version);
            case OrderPartiallyShipped _ -> change(event, "PARTIALLY_SHIPPED", at, version);
            case OrderShipped _ -> change(event, "SHIPPED", at, version);
            case OrderDelivered _ -> change(event, "DELIVERED", at, version);
            case OrderClosed _ -> change(event, "CLOSED", at, version);
            case OrderReturnOpened _, OrderReturnSettled _, OrderRefundRequested _ -> change(event, null, at, version);
            case OrderPersonalDataErased _ -> {
                rows.add(FORGET, event.orderId().value());
                change(event, null, at, version);
            }
        }
    }

    @EventHandler
    void on(CustomerErased event) {
        String customer = event.customerId().value();
        rows.add(HOLD_OFF);
        rows.add(ERASE, customer);
        rows.add(WIPE, customer);
    }

    private void place(OrderPlaced order, OffsetDateTime at, long version) {
        ShippingAddress to = order.shipTo();
        rows.add(
                PLACE,
                order.orderId().value(),
                order.reference(),
                Objects.toString(order.customerId(), null),
                to.name(),
                to.street(),
                to.city(),
                to.postcode(),
                to.country(),
                order.total().getAmount(),
                order.total().getCurrencyUnit().getCode(),
                order.lines().size(),
                ViewJson.of(order.lines().stream().map(SummaryLine::of).toList()),
                order.orderedAt().atOffset(UTC),
                at,
                at,
                version);
    }

    private void amend(OrderAmended order) {
        ShippingAddress to = order.shipTo();
        rows.add(
                AMEND,
                to.name(),
                to.street(),
                to.city(),
                to.postcode(),
                to.country(),
                order.total().getAmount(),
                order.total().getCurrencyUnit().getCode(),
                order.lines().size(),
                ViewJson.of(order.lines().stream().map(SummaryLine::of).toList()),
                order.amendment(),
                order.orderId().value(),
                order.amendment());
    }

    private void reject(OrderRejected order, OffsetDateTime at, long version) {
        rows.add(
                CHANGE,
                "REJECTED",
                ViewJson.of(order.reasons()),
                at,
                version,
                order.orderId().value(),
                version);
    }

    /** @param status null where it stays */
    private void change(OrderEvent event, @Nullable String status, OffsetDateTime at, long version) {
        rows.add(CHANGE, status, null, at, version, event.orderId().value(), version);
    }
}
