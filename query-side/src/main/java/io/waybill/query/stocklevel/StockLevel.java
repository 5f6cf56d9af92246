package io.waybill.query.stocklevel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A row of the view. */
@Entity
@Immutable
@Table(name = "stocklevel")
@IdClass(StockLevel.Key.class)
class StockLevel {
    @Id
    String sku;

    @Id
    String warehouse;

    long onHand;
    long reserved;
    long available;
    long version;

    /** A record, as Hibernate allows it for composite keys. */
    record Key(String sku, String warehouse) implements Serializable {}
}
