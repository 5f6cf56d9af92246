package io.waybill.projection.ordersearch;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.projection.batch.PerBatch;
import io.waybill.projection.elastic.Change;
import io.waybill.projection.elastic.Documents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch's events into whole documents and writes them in bulk. Elasticsearch takes no part in the transaction: if
 * that fails afterwards, the batch comes again, and the documents' versions make that harmless.
 */
final class OrderSearchWriter {
    private final Documents<OrderDocument> documents;
    private final Consumer<Set<String>> erasing;
    private final PerBatch<Changes> changes = new PerBatch<>(Changes::none, this::write);

    /** @param erasing is told of customers before they are taken out of the documents that are there */
    OrderSearchWriter(Documents<OrderDocument> documents, Consumer<Set<String>> erasing) {
        this.documents = documents;
        this.erasing = erasing;
    }

    @EventHandler
    void on(OrderEvent event, @SequenceNumber long version) {
        history(event.orderId().toString(), event instanceof OrderPlaced)
                .add(before -> OrderDocument.after(before, event, version));
    }

    @EventHandler
    void on(ShipmentEvent event, @SequenceNumber long version) {
        if (Parcel.isChangedBy(event)) {
            history(event.orderId().toString(), false).add(before -> OrderDocument.after(before, event, version));
        }
    }

    @EventHandler
    void on(CustomerErased event) {
        changes.current().erased().add(event.customerId().value());
    }

    private List<Change.Step<OrderDocument>> history(String order, boolean begins) {
        return changes.current()
                .orders()
                .computeIfAbsent(order, first -> new History(begins, new ArrayList<>()))
                .steps();
    }

    private void write(Changes batch) {
        documents.ensure();
        documents.change(batch.orders().entrySet().stream()
                .map(order -> new Change<>(order.getKey(), order.getValue().begins(), order.getValue()::after))
                .toList());
        if (!batch.erased().isEmpty()) {
            erasing.accept(batch.erased());
            batch.erased()
                    .forEach(customer -> documents.holding(
                            "customerId",
                            customer,
                            orders -> documents.change(orders.stream()
                                    .map(OrderSearchWriter::forgotten)
                                    .toList())));
        }
    }

    private static Change<OrderDocument> forgotten(String order) {
        return new Change<>(order, false, before -> before == null ? null : before.withoutPerson());
    }

    /** What happened to an order in one batch. */
    private record History(boolean begins, List<Change.Step<OrderDocument>> steps) {
        @Nullable
        OrderDocument after(@Nullable OrderDocument before) {
            OrderDocument document = before;
            for (Change.Step<OrderDocument> step : steps) {
                document = step.after(document);
            }
            return document;
        }
    }

    /** A batch's: events by order, and customers who were erased. */
    private record Changes(Map<String, History> orders, Set<String> erased) {
        static Changes none() {
            return new Changes(new LinkedHashMap<>(), new LinkedHashSet<>());
        }
    }
}
