package io.waybill.projection.product;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.inventory.Sku;
import io.waybill.contract.product.PriceChanged;
import io.waybill.contract.product.ProductDiscontinued;
import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.contract.product.ProductRevised;
import io.waybill.projection.batch.RowBatch;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.joda.money.BigMoney;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Folds the events of products into {@code product}. Name, price and status change by statements of their own, which may
 * meet in one batch in another order than the events': so each touches no column of the others, and the version is moved
 * by a statement that comes last.
 */
@Component
@ProcessingGroup(ProductView.NAME)
final class ProductWriter {
    private static final String REGISTER = """
            insert into product (sku, name, price, currency, status, registered_at, updated_at, version)
            values (?, ?, ?, ?, 'ACTIVE', ?, ?, ?)
            on conflict (sku) do nothing
            """;
    private static final String REVISE = "update product set name = ? where sku = ? and version < ?";
    private static final String PRICE = "update product set price = ?, currency = ? where sku = ? and version < ?";
    private static final String DISCONTINUE =
            "update product set status = 'DISCONTINUED' where sku = ? and version < ?";
    private static final String MOVE = "update product set updated_at = ?, version = ? where sku = ? and version < ?";

    private final RowBatch rows;

    ProductWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, REGISTER, REVISE, PRICE, DISCONTINUE, MOVE);
    }

    @EventHandler
    void on(ProductEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        String sku = event.sku().value();
        rows.changed(sku);
        switch (event) {
            case ProductRegistered(Sku _, String name, BigMoney price) ->
                rows.add(
                        REGISTER,
                        sku,
                        name,
                        price.getAmount(),
                        price.getCurrencyUnit().getCode(),
                        at,
                        at,
                        version);
            case ProductRevised(Sku _, String name) -> rows.add(REVISE, name, sku, version);
            case PriceChanged(Sku _, BigMoney price, BigMoney _) ->
                rows.add(PRICE, price.getAmount(), price.getCurrencyUnit().getCode(), sku, version);
            case ProductDiscontinued _ -> rows.add(DISCONTINUE, sku, version);
        }
        rows.add(MOVE, at, version, sku, version);
    }
}
