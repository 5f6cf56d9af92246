package io.waybill.projection.ordersearch;

import io.waybill.projection.elastic.DocumentKind;
import io.waybill.projection.elastic.IndexDefinition;
import io.waybill.projection.elastic.IndexView;
import io.waybill.projection.elastic.Indexes;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderSearchView {
    static final String NAME = "ordersearch";
    static final DocumentKind<OrderDocument> DOCUMENTS = new DocumentKind<>(NAME, "orderId", OrderDocument.class, null);

    /**
     * What is written while somebody is erased passes by those who were. An order and its shipments are handled in their
     * common order, so a shipment never comes before its order.
     */
    @Bean
    IndexView<OrderDocument> orderSearch(Indexes indexes, ErasedCustomers erased) {
        return indexes.view(new IndexDefinition<>(
                DOCUMENTS,
                Set.of("Order", "Shipment", "Customer"),
                new ByOrder(),
                erased::takenOut,
                index -> new OrderSearchWriter(index, erased::add),
                copy -> new OrderSearchWriter(copy, customers -> {
                    // They are erased where they live, and only there.
                })));
    }
}
