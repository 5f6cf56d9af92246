package io.waybill.query.product;

import io.waybill.query.parameter.KeysetQuery.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products, in the order that was asked for.
 *
 * @param next what to ask for {@code after} to get the next page; null on the last
 */
record ProductPage(List<ProductAnswer> items, @Nullable String next) {
    static ProductPage of(Slice<ProductAnswer> slice) {
        return new ProductPage(slice.items(), slice.next());
    }
}
