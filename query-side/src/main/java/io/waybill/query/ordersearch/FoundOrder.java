package io.waybill.query.ordersearch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document of the index, as far as it is read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundOrder(
        String orderId,
        @Nullable String reference,
        @Nullable String customerId,
        @Nullable String name,
        String country,
        String status,
        Total total,
        int lineCount,
        List<String> skus,
        String orderedAt,
        long version) {
    record Total(String amount, String currency) {}
}
