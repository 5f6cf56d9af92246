package io.waybill.query.ordersearch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybill.query.elastic.Highlights;
import java.util.List;
import java.util.Map;
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
        List<String> descriptions,
        String orderedAt,
        List<Parcel> parcels,
        long version) {
    Map<String, List<String>> highlights(String words) {
        return new Highlights(words)
                .identifier("orderId", orderId)
                .identifier("reference", reference)
                .identifier("customerId", customerId)
                .identifiers("skus", skus)
                .identifiers(
                        "trackingNumbers",
                        parcels.stream().map(Parcel::trackingNumber).toList())
                .text("name", name)
                .texts("descriptions", descriptions)
                .all();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Parcel(String trackingNumber) {}

    record Total(String amount, String currency) {}
}
