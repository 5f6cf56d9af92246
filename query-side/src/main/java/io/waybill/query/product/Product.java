package io.waybill.query.product;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of the view. */
@Entity
@Immutable
@Table(name = "product")
class Product {
    @Id
    String sku;

    String name;
    BigDecimal price;
    String currency;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant registeredAt;
    Instant updatedAt;
    long version;

    /** A discontinued product cannot be ordered any more. */
    enum Status {
        ACTIVE,
        DISCONTINUED
    }
}
