package io.waybill.projection.ordersummary;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.order.OrderAmended;
import io.waybill.contract.order.OrderCancelled;
import io.waybill.contract.order.OrderClosed;
import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderDelivered;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPartiallyShipped;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRefundRequested;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.OrderReturnOpened;
import io.waybill.contract.order.OrderReturnSettled;
import io.waybill.contract.order.OrderShipped;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.batch.RowBatch;
import io.waybill.projection.batch.ViewJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Folds the events of orders into {@code ordersummary}; times come from the events. What a batch says of one order becomes one
 * row: an order's status stands in six of the table's eleven indexes, so that each change of it that is written adds to all of
 * them.
 */
@Component
@ProcessingGroup(OrderSummaryView.NAME)
final class OrderSummaryWriter {
    // An order that is there already has seen the first of these changes, or all; each column knows by which version.
    private static final String PLACE = """
            insert into ordersummary as o
                   (order_id, reference, customer_id, status, name, street, city, postcode, country, total, currency,
                    line_count, lines, rejections, ordered_at, placed_at, updated_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, coalesce(?::jsonb, '[]'), ?, ?, ?, ?)
            on conflict (order_id) do update
               set status = case when o.version < ? then excluded.status else o.status end,
                   rejections = case when o.version < ? then excluded.rejections else o.rejections end,
                   updated_at = excluded.updated_at, version = excluded.version
             where o.version < excluded.version
            """;
    // Guarded by its own number, so that it does not matter which of the two updates of a batch comes first.
    private static final String AMEND = """
            update ordersummary set name = ?, street = ?, city = ?, postcode = ?, country = ?, total = ?, currency = ?,
                                    line_count = ?, lines = ?::jsonb, amendment = ?
             where order_id = ? and amendment < ?
            """;
    private static final String CHANGE = """
            update ordersummary
               set status = case when version < ? then ? else status end,
                   rejections = case when version < ? then ?::jsonb else rejections end,
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
    private final PerBatch<Batch> batch = new PerBatch<>(Batch::none, this::write);

    OrderSummaryWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, PLACE, AMEND, CHANGE, FORGET, HOLD_OFF, ERASE, WIPE);
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        batch.current()
                .orders()
                .computeIfAbsent(event.orderId(), first -> new Changes())
                .add(event, version, recordedAt.atOffset(UTC));
    }

    @EventHandler
    void on(CustomerErased event) {
        batch.current().erased().add(event.customerId().value());
    }

    private void write(Batch batch) {
        batch.orders().forEach((order, changes) -> {
            rows.changed(order);
            if (changes.placed != null) {
                place(changes.placed, changes);
            } else {
                change(order, changes);
            }
            if (changes.amended != null) {
                amend(changes.amended);
            }
            if (changes.forgotten) {
                rows.add(FORGET, order.value());
            }
        });
        batch.erased().forEach(customer -> {
            rows.add(HOLD_OFF);
            rows.add(ERASE, customer);
            rows.add(WIPE, customer);
        });
    }

    private void place(OrderPlaced order, Changes changes) {
        ShippingAddress to = order.shipTo();
        rows.add(
                PLACE,
                order.orderId().value(),
                order.reference(),
                Objects.toString(order.customerId(), null),
                changes.status,
                to.name(),
                to.street(),
                to.city(),
                to.postcode(),
                to.country(),
                order.total().getAmount(),
                order.total().getCurrencyUnit().getCode(),
                order.lines().size(),
                ViewJson.of(order.lines().stream().map(SummaryLine::of).toList()),
                changes.rejections,
                order.orderedAt().atOffset(UTC),
                changes.placedAt,
                changes.at,
                changes.version,
                changes.statusVersion,
                changes.rejectionsVersion);
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

    private void change(OrderId order, Changes changes) {
        rows.add(
                CHANGE,
                changes.statusVersion,
                changes.status,
                changes.rejectionsVersion,
                changes.rejections,
                changes.at,
                changes.version,
                order.value(),
                changes.version);
    }

    /** By order, and customers who were erased. */
    private record Batch(Map<OrderId, Changes> orders, Set<String> erased) {
        static Batch none() {
            return new Batch(new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }

    /** What the events of one batch say of one order; a column that none of them changes keeps the version {@link #NEVER}. */
    private static final class Changes {
        private static final long NEVER = -1;

        private @Nullable OrderPlaced placed;
        private @Nullable OffsetDateTime placedAt;
        private @Nullable OrderAmended amended;
        private boolean forgotten;
        private @Nullable String status;
        private long statusVersion = NEVER;
        private @Nullable String rejections;
        private long rejectionsVersion = NEVER;
        private @Nullable OffsetDateTime at;
        private long version = NEVER;

        void add(OrderEvent event, long ofEvent, OffsetDateTime recordedAt) {
            version = ofEvent;
            at = recordedAt;
            switch (event) {
                case OrderPlaced order -> {
                    placed = order;
                    placedAt = recordedAt;
                    is("PLACED");
                }
                case OrderAmended order -> amended = order;
                case OrderConfirmed _ -> is("CONFIRMED");
                case OrderRejected order -> {
                    is("REJECTED");
                    rejections = ViewJson.of(order.reasons());
                    rejectionsVersion = ofEvent;
                }
                case OrderCancelled _ -> is("CANCELLED");
                case OrderPartiallyShipped _ -> is("PARTIALLY_SHIPPED");
                case OrderShipped _ -> is("SHIPPED");
                case OrderDelivered _ -> is("DELIVERED");
                case OrderClosed _ -> is("CLOSED");
                case OrderReturnOpened _, OrderReturnSettled _, OrderRefundRequested _ -> {
                    // Told by its version alone.
                }
                case OrderPersonalDataErased _ -> forgotten = true;
            }
        }

        private void is(String now) {
            status = now;
            statusVersion = version;
        }
    }
}
