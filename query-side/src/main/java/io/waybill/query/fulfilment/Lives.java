package io.waybill.query.fulfilment;

import io.waybill.json.MoneyJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the view. A field that a newer writer added is passed over. */
@Component
public final class Lives {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(MoneyJson.money())
            .addModule(MoneyJson.bigMoney())
            .build();

    private final JdbcClient jdbc;

    Lives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything about an order; empty while its placing has not reached the view. */
    public Optional<Life> of(UUID orderId) {
        List<OrderFacts> order = new ArrayList<>();
        List<Stock> stock = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        List<Shipment> shipments = new ArrayList<>();
        List<Return> returns = new ArrayList<>();
        jdbc.sql("""
                        select kind, state || jsonb_build_object('version', version) as state
                          from fulfilment where order_id = ? order by kind, id
                        """).param(orderId).query(row -> {
            String state = row.getString("state");
            switch (row.getString("kind")) {
                case "order" -> order.add(read(state, OrderFacts.class));
                case "stock" -> stock.add(read(state, Stock.class));
                case "payment" -> payments.add(read(state, Payment.class));
                case "shipment" -> shipments.add(read(state, Shipment.class));
                case "return" -> returns.add(read(state, Return.class));
                default -> throw new IllegalStateException("no part of an order: " + row.getString("kind"));
            }
        });
        payments.sort(Comparator.comparing(payment -> payment.times().requestedAt()));
        shipments.sort(Comparator.comparing(Shipment::preparedAt));
        returns.sort(Comparator.comparing(Return::requestedAt));
        return order.stream().findFirst().map(facts -> new Life(facts, stock, payments, shipments, returns));
    }

    Optional<Payment> payment(UUID id) {
        return part("payment", id, Payment.class);
    }

    Optional<Shipment> shipment(UUID id) {
        return part("shipment", id, Shipment.class);
    }

    /** Called so because a method cannot be called as it should. */
    Optional<Return> returned(UUID id) {
        return part("return", id, Return.class);
    }

    private <T> Optional<T> part(String kind, UUID id, Class<T> type) {
        // The list is the index's own condition, without which it would not be used.
        return jdbc.sql("""
                        select state || jsonb_build_object('version', version) from fulfilment
                         where id = ? and kind = ? and kind in ('payment', 'shipment', 'return')
                        """)
                .params(id.toString(), kind)
                .query(String.class)
                .optional()
                .map(state -> read(state, type));
    }

    private static <T> T read(String state, Class<T> type) {
        return MAPPER.readValue(state, type);
    }
}
