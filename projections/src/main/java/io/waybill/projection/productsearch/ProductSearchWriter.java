package io.waybill.projection.productsearch;

import io.waybill.contract.product.ProductEvent;
import io.waybill.contract.product.ProductRegistered;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.elastic.Change;
import io.waybill.projection.elastic.Documents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Folds a batch's events into whole documents and writes them in bulk. */
final class ProductSearchWriter {
    private final Documents<ProductDocument> documents;
    private final PerBatch<Map<String, List<Versioned>>> changes = new PerBatch<>(LinkedHashMap::new, this::write);

    ProductSearchWriter(Documents<ProductDocument> documents) {
        this.documents = documents;
    }

    @EventHandler
    void on(ProductEvent event, @SequenceNumber long version) {
        changes.current()
                .computeIfAbsent(event.sku().value(), sku -> new ArrayList<>())
                .add(new Versioned(event, version));
    }

    private void write(Map<String, List<Versioned>> batch) {
        documents.ensure();
        documents.change(batch.entrySet().stream()
                .map(product -> new Change<ProductDocument>(
                        product.getKey(),
                        product.getValue().getFirst().event() instanceof ProductRegistered,
                        before -> after(before, product.getValue())))
                .toList());
    }

    private static @Nullable ProductDocument after(@Nullable ProductDocument before, List<Versioned> events) {
        ProductDocument document = before;
        for (Versioned next : events) {
            document = ProductDocument.after(document, next.event(), next.version());
        }
        return document;
    }

    private record Versioned(ProductEvent event, long version) {}
}
