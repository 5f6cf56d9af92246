package io.waybill.query.fulfilment;

import io.waybill.json.MoneyJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return Optional.ofNullable(of(List.of(orderId)).get(orderId));
    }

    /** Everything about each of the orders whose placing has reached the view, in one statement. */
    public Map<UUID, Life> of(Collection<UUID> orderIds) {
        Map<UUID, Parts> parts = new HashMap<>();
        jdbc.sql("""
                        select order_id, kind, state || jsonb_build_object('version', version) as state
                          from fulfilment where order_id = any (?::uuid[]) order by order_id, kind, id
                        """)
                .param(orderIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    parts.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new Parts())
                            .add(row.getString("kind"), row.getString("state"));
                });
        Map<UUID, Life> lives = new HashMap<>();
        parts.forEach((id, found) -> found.life().ifPresent(life -> lives.put(id, life)));
        return lives;
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

    /** The rows of one order. */
    private static final class Parts {
        private final List<OrderFacts> order = new ArrayList<>();
        private final List<Stock> stock = new ArrayList<>();
        private final List<Payment> payments = new ArrayList<>();
        private final List<Shipment> shipments = new ArrayList<>();
        private final List<Return> returns = new ArrayList<>();

        void add(String kind, String state) {
            switch (kind) {
                case "order" -> order.add(read(state, OrderFacts.class));
                case "stock" -> stock.add(read(state, Stock.class));
                case "payment" -> payments.add(read(state, Payment.class));
                case "shipment" -> shipments.add(read(state, Shipment.class));
                case "return" -> returns.add(read(state, Return.class));
                default -> throw new IllegalStateException("no part of an order: " + kind);
            }
        }

        Optional<Life> life() {
            payments.sort(Comparator.comparing(payment -> payment.times().requestedAt()));
            shipments.sort(Comparator.comparing(Shipment::preparedAt));
            returns.sort(Comparator.comparing(Return::requestedAt));
            return order.stream().findFirst().map(facts -> new Life(facts, stock, payments, shipments, returns));
        }
    }
}
