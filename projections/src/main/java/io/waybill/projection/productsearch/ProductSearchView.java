package io.waybill.projection.productsearch;

import io.waybill.projection.elastic.DocumentIndex;
import io.waybill.projection.elastic.DocumentKind;
import io.waybill.projection.elastic.Indexes;
import io.waybill.projection.view.View;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductSearchView {
    static final String NAME = "productsearch";

    /** Nothing in it tells of a person. */
    @Bean
    DocumentIndex<ProductDocument> productIndex(Indexes indexes) {
        return indexes.index(new DocumentKind<>(NAME, "sku", ProductDocument.class), UnaryOperator.identity());
    }

    @Bean
    ProductSearchWriter productSearchWriter(DocumentIndex<ProductDocument> index) {
        return new ProductSearchWriter(index);
    }

    @Bean
    View productSearch(Indexes indexes, DocumentIndex<ProductDocument> index) {
        return indexes.view(index, Set.of("Product"), ProductSearchWriter::new);
    }
}
