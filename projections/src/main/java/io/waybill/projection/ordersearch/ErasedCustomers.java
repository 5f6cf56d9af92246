package io.waybill.projection.ordersearch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who was erased, in the table {@code erased_customer}. Elasticsearch takes part in no transaction, so those who write
 * documents and those who erase from them wait for each other at this table.
 */
@Component
final class ErasedCustomers {
    private final JdbcClient jdbc;

    ErasedCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for all who are writing documents; who comes later, waits for this transaction's end. */
    void add(Set<String> customers) {
        jdbc.sql("lock table erased_customer in share row exclusive mode").update();
        customers.forEach(
                customer -> jdbc.sql("insert into erased_customer (customer_id) values (?) on conflict do nothing")
                        .param(customer)
                        .update());
    }

    /** The documents, those of erased customers without the person. Until this transaction's end nobody else is erased. */
    List<OrderDocument> takenOut(Collection<OrderDocument> documents) {
        Set<String> customers = new HashSet<>();
        documents.stream()
                .filter(document -> document.name() != null)
                .map(OrderDocument::customerId)
                .filter(Objects::nonNull)
                .forEach(customers::add);
        if (customers.isEmpty()) {
            return List.copyOf(documents);
        }
        jdbc.sql("lock table erased_customer in row exclusive mode").update();
        Set<String> erased = Set.copyOf(jdbc.sql("select customer_id from erased_customer where customer_id in (:them)")
                .param("them", customers)
                .query(String.class)
                .list());
        return documents.stream()
                .map(document -> document.customerId() != null && erased.contains(document.customerId())
                        ? document.withoutPerson()
                        : document)
                .toList();
    }
}
