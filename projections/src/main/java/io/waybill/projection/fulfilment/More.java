package io.waybill.projection.fulfilment;

import java.util.List;
import java.util.stream.Stream;

/** Lists that grow by one. */
final class More {
    private More() {}

    static <T> List<T> of(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
