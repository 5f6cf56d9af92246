package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.OrderStatus;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns that a list and a single order have in common. */
@MappedSuperclass
abstract class OrderColumns {
    @Id
    UUID orderId;

    @Nullable
    String reference;

    @Nullable
    String customerId;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    String country;
    BigDecimal total;
    String currency;
    int lineCount;
    Instant orderedAt;
    Instant placedAt;
    Instant updatedAt;
    long version;

    Money money() {
        return Money.of(CurrencyUnit.of(currency), total);
    }
}
