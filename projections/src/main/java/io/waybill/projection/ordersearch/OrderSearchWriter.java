package io.waybill.projection.ordersearch;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.projection.batch.PerBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds a batch's events into whole documents and writes them in bulk. A document whose first event is not in the batch
 * is fetched before. Elasticsearch takes no part in the transaction: if that fails afterwards, the batch comes again, and
 * the documents' versions make that harmless.
 */
@Component
@ProcessingGroup(OrderSearchIndex.NAME)
final class OrderSearchWriter {
    private final OrderDocuments documents;
    private final PerBatch<Changes> changes = new PerBatch<>(Changes::none, this::write);

    OrderSearchWriter(OrderDocuments documents) {
        this.documents = documents;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version) {
        changes.current()
                .orders()
                .computeIfAbsent(event.orderId().toString(), order -> new ArrayList<>())
                .add(new Change(event, version));
    }

    @EventHandler
    void on(CustomerErased event) {
        changes.current().erased().add(event.customerId().value());
    }

    private void write(Changes batch) {
        documents.ensure();
        writeOrders(batch.orders());
        if (!batch.erased().isEmpty()) {
            documents.erase(batch.erased());
        }
    }

    private void writeOrders(Map<String, List<Change>> batch) {
        List<String> begunBefore = batch.entrySet().stream()
                .filter(order -> !(order.getValue().getFirst().event() instanceof OrderPlaced))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, OrderDocument> before = documents.find(begunBefore);
        List<OrderDocument> after = new ArrayList<>();
        batch.forEach((order, events) -> {
            OrderDocument old = before.get(order);
            OrderDocument document = fold(old, events);
            if (old == null || old.version() < document.version()) {
                after.add(document);
            }
        });
        documents.write(after);
    }

    private static OrderDocument fold(@Nullable OrderDocument old, List<Change> events) {
        OrderDocument document = old;
        for (Change change : events) {
            document = OrderDocument.after(document, change.event(), change.version());
        }
        return Objects.requireNonNull(document, "there is at least one event");
    }

    private record Change(OrderEvent event, long version) {}

    /** A batch's: events by order, and customers who were erased. */
    private record Changes(Map<String, List<Change>> orders, Set<String> erased) {
        static Changes none() {
            return new Changes(new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }
}
