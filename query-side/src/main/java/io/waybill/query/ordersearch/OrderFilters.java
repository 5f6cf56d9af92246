package io.waybill.query.ordersearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.waybill.query.elastic.Amounts;
import io.waybill.query.elastic.Filters;
import io.waybill.query.fulfilment.OrderStatus;
import io.waybill.query.parameter.Parameters;
import io.waybill.query.parameter.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What narrows a search for orders down, by the facet that it is a choice of. What is null narrows nothing. */
final class OrderFilters {
    private static final Amounts TOTAL = new Amounts("total", "minTotal", "maxTotal");
    private static final List<String> STATUSES =
            Stream.of(OrderStatus.values()).map(OrderStatus::name).toList();

    /** No order was placed before, and none will be after. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Map<String, Query> filters = new TreeMap<>();

    Map<String, Query> all() {
        return filters;
    }

    OrderFilters status(@Nullable String status) {
        if (status != null) {
            filters.put(OrderFields.STATUS, Filters.anyOf("status", Values.among("status", status, STATUSES)));
        }
        return this;
    }

    OrderFilters country(@Nullable String country) {
        if (country != null) {
            filters.put(OrderFields.COUNTRY, Filters.anyOf("country", Values.of("country", country)));
        }
        return this;
    }

    OrderFilters sku(@Nullable String sku) {
        if (sku != null) {
            filters.put(OrderFields.SKU, Filters.anyOf("skus", Values.of("sku", sku)));
        }
        return this;
    }

    OrderFilters total(@Nullable String currency, @Nullable String min, @Nullable String max) {
        Query amounts = TOTAL.filter(currency, min, max);
        if (amounts != null) {
            filters.put(OrderFields.TOTAL, amounts);
        }
        return this;
    }

    OrderFilters day(@Nullable LocalDate from, @Nullable LocalDate to) {
        checkDay("from", from);
        checkDay("to", to);
        if (from != null && to != null && to.isBefore(from)) {
            throw Parameters.invalid("to", "must not be before from");
        }
        if (from != null || to != null) {
            filters.put(OrderFields.DAY, Filters.days("orderedAt", from, to));
        }
        return this;
    }

    private static void checkDay(String name, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            throw Parameters.invalid(name, "must be between " + FIRST_DAY + " and " + LAST_DAY);
        }
    }
}
