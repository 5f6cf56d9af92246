package io.waybill.query.ordersummary;

import io.waybill.query.fulfilment.OrderStatus;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row with everything in it. */
@Entity
@Immutable
@Table(name = "ordersummary")
class WholeOrder {
    @Id
    UUID orderId;

    @Nullable
    String reference;

    @Nullable
    String customerId;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Nullable
    String name;

    @Nullable
    String street;

    @Nullable
    String city;

    @Nullable
    String postcode;

    String country;
    BigDecimal total;
    String currency;

    @Convert(converter = JsonColumns.Lines.class)
    List<OrderAnswer.Line> lines;

    @Convert(converter = JsonColumns.Rejections.class)
    List<OrderAnswer.Rejection> rejections;

    Instant orderedAt;
    Instant placedAt;
    Instant updatedAt;
    long version;

    Money money() {
        return Money.of(CurrencyUnit.of(currency), total);
    }
}
