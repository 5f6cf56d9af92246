package io.waybill.query.productsearch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybill.query.elastic.Highlights;
import java.util.List;
import java.util.Map;

/** A document of the index, as far as it is read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoundProduct(String sku, String name, Price price, String status, long version) {
    Map<String, List<String>> highlights(String words) {
        return new Highlights(words).identifier("sku", sku).text("name", name).all();
    }

    record Price(String amount, String currency) {}
}
