package io.waybill.query.ordersummary;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row with everything in it. */
@Entity
@Immutable
@Table(name = "ordersummary")
class WholeOrder extends OrderColumns {
    @Nullable
    String name;

    @Nullable
    String street;

    @Nullable
    String city;

    @Nullable
    String postcode;

    @Convert(converter = JsonColumns.Lines.class)
    List<OrderAnswer.Line> lines;

    @Convert(converter = JsonColumns.Rejections.class)
    List<OrderAnswer.Rejection> rejections;
}
