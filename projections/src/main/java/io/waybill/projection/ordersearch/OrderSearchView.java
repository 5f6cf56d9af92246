package io.waybill.projection.ordersearch;

import io.waybill.projection.elastic.DocumentIndex;
import io.waybill.projection.elastic.DocumentKind;
import io.waybill.projection.elastic.Indexes;
import io.waybill.projection.view.View;
import java.util.Set;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderSearchView {
    static final String NAME = "ordersearch";
    static final DocumentKind<OrderDocument> DOCUMENTS = new DocumentKind<>(NAME, "orderId", OrderDocument.class);

    /** What is written while somebody is erased passes by those who were. */
    @Bean
    DocumentIndex<OrderDocument> orderIndex(Indexes indexes, ErasedCustomers erased) {
        return indexes.index(DOCUMENTS, erased::takenOut);
    }

    @Bean
    OrderSearchWriter orderSearchWriter(DocumentIndex<OrderDocument> index, ErasedCustomers erased) {
        return new OrderSearchWriter(index, erased::add);
    }

    @Bean
    View orderSearch(Indexes indexes, DocumentIndex<OrderDocument> index) {
        return indexes.view(
                index,
                Set.of("Order", "Shipment", "Customer"),
                copy -> new OrderSearchWriter(copy, customers -> {
                    // They are erased where they live, and only there.
                }));
    }

    /** An order and its shipments are handled in their common order, so a shipment never comes before its order. */
    @Bean
    ConfigurerModule ordersWithTheirShipments() {
        return configurer ->
                configurer.eventProcessing().registerSequencingPolicy(NAME, configuration -> new ByOrder());
    }
}
