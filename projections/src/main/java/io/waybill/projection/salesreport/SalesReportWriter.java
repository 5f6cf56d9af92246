package io.waybill.projection.salesreport;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.batch.RowBatch;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes each line of an order once, as it was placed, so its key is guard enough. The report is about demand: what
 * customers asked for, on the day they did. What becomes of an order afterwards (amended, rejected, cancelled, lost,
 * returned) changes none of its rows, for else the figures of a day that is over would go on moving for weeks, and short
 * stock would look like a lack of demand. What was earned is told by payments.
 */
@Component
@ProcessingGroup(SalesReportView.NAME)
final class SalesReportWriter {
    private static final String ADD = """
            insert into salesreport (order_id, line, ordered_at, country, customer_id, sku, description, quantity,
                                     total, currency)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id, line) do nothing
            """;

    private final RowBatch rows;

    SalesReportWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, ADD);
    }

    @EventHandler
    void on(OrderPlaced order) {
        for (OrderLine line : order.lines()) {
            rows.add(
                    ADD,
                    order.orderId().value(),
                    line.number(),
                    order.orderedAt().atOffset(UTC),
                    order.shipTo().country(),
                    Objects.toString(order.customerId(), null),
                    line.sku().value(),
                    line.description(),
                    line.quantity(),
                    line.total().getAmount(),
                    line.total().getCurrencyUnit().getCode());
        }
    }
}
