package io.waybill.projection.productsearch;

import io.waybill.projection.elastic.DocumentKind;
import io.waybill.projection.elastic.IndexDefinition;
import io.waybill.projection.elastic.IndexView;
import io.waybill.projection.elastic.Indexes;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductSearchView {
    static final String NAME = "productsearch";

    /** Nothing in it tells of a person. */
    @Bean
    IndexView<ProductDocument> productSearch(Indexes indexes) {
        return indexes.view(new IndexDefinition<>(
                new DocumentKind<>(NAME, "sku", ProductDocument.class, "Product"),
                Set.of("Product"),
                SequentialPerAggregatePolicy.instance(),
                UnaryOperator.identity(),
                ProductSearchWriter::new,
                ProductSearchWriter::new));
    }
}
