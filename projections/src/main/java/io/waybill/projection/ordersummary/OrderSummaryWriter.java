package io.waybill.projection.ordersummary;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.order.OrderConfirmed;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.OrderRejected;
import io.waybill.contract.order.Rejection;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.batch.RowBatch;
import io.waybill.projection.batch.ViewJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
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
    private static final String CHANGE = """
            update ordersummary set status = ?, rejections = ?::jsonb, updated_at = ?, version = ?
             where order_id = ? and version < ?
            """;

    private final RowBatch rows;

    OrderSummaryWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, PLACE, CHANGE);
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        switch (event) {
            case OrderPlaced placed -> place(placed, at, version);
            case OrderConfirmed(OrderId order) -> change(order, "CONFIRMED", List.of(), at, version);
            case OrderRejected(OrderId order, List<Rejection> reasons) ->
                change(order, "REJECTED", reasons, at, version);
        }
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

    private void change(OrderId order, String status, List<Rejection> reasons, OffsetDateTime at, long version) {
        rows.add(CHANGE, status, ViewJson.of(reasons), at, version, order.value(), version);
    }
}
