package io.waybill.query.fulfilment;

import io.waybill.json.MoneyJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the view. A field that a newer writer added is passed over. */
@Component
public final class Lives {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(MoneyJson.module()).build();

    private static final ObjectReader ORDERS = MAPPER.readerForListOf(OrderFacts.class);
    private static final ObjectReader STOCK = MAPPER.readerForListOf(Stock.class);
    private static final ObjectReader PAYMENTS = MAPPER.readerForListOf(Payment.class);
    private static final ObjectReader SHIPMENTS = MAPPER.readerForListOf(Shipment.class);
    private static final ObjectReader RETURNS = MAPPER.readerForListOf(Return.class);

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
                .map(state -> MAPPER.readValue(state, type));
    }

    /** The rows of one order: those of a kind are read at once, as one array, since an order may have a hundred. */
    private static final class Parts {
        private final Map<String, StringJoiner> states = new HashMap<>();

        void add(String kind, String state) {
            states.computeIfAbsent(kind, first -> new StringJoiner(",", "[", "]"))
                    .add(state);
        }

        Optional<Life> life() {
            List<Payment> payments = all("payment", PAYMENTS);
            List<Shipment> shipments = all("shipment", SHIPMENTS);
            List<Return> returns = all("return", RETURNS);
            payments.sort(Comparator.comparing(payment -> payment.times().requestedAt()));
            shipments.sort(Comparator.comparing(Shipment::preparedAt));
            returns.sort(Comparator.comparing(Return::requestedAt));
            List<Stock> stock = all("stock", STOCK);
            return this.<OrderFacts>all("order", ORDERS).stream()
                    .findFirst()
                    .map(facts -> new Life(facts, stock, payments, shipments, returns));
        }

        private <T> List<T> all(String kind, ObjectReader reader) {
            StringJoiner some = states.get(kind);
            return some == null ? new ArrayList<>() : reader.readValue(some.toString());
        }
    }
}
