package io.waybill.projection.customer;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.CustomerProfile;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.CustomerRevised;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.batch.RowBatch;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Folds the events of customers into {@code customer}. The erasure is a customer's last event, so whatever key was still in
 * memory when the others were read, nothing comes after it that would show the person again.
 */
@Component
@ProcessingGroup(CustomerView.NAME)
final class CustomerWriter {
    private static final String REGISTER = """
            insert into customer (customer_id, erased, registered_at, updated_at, version,
                                  name, email, phone, recipient, street, city, postcode, country)
            values (?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (customer_id) do nothing
            """;
    private static final String REVISE = """
            update customer set updated_at = ?, version = ?, name = ?, email = ?, phone = ?, recipient = ?, street = ?,
                                city = ?, postcode = ?, country = ?
             where customer_id = ? and version < ?
            """;
    // One who only ever ordered has no row yet.
    private static final String ERASE = """
            insert into customer as known (customer_id, erased, updated_at, version) values (?, true, ?, ?)
            on conflict (customer_id) do update
               set erased = true, updated_at = excluded.updated_at, version = excluded.version, name = null, email = null,
                   phone = null, recipient = null, street = null, city = null, postcode = null, country = null
             where known.version < excluded.version
            """;

    private final RowBatch rows;

    CustomerWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, REGISTER, REVISE, ERASE);
    }

    @EventHandler
    void on(CustomerEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        String customer = event.customerId().value();
        rows.changed(customer);
        switch (event) {
            case CustomerRegistered registered -> register(customer, registered.profile(), at, version);
            case CustomerRevised revised -> revise(customer, revised.profile(), at, version);
            case CustomerErased _ -> rows.add(ERASE, customer, at, version);
        }
    }

    private void register(String customer, CustomerProfile profile, OffsetDateTime at, long version) {
        List<@Nullable Object> values = new ArrayList<>(List.of(customer, at, at, version));
        addProfile(values, profile);
        rows.add(REGISTER, values.toArray());
    }

    private void revise(String customer, CustomerProfile profile, OffsetDateTime at, long version) {
        List<@Nullable Object> values = new ArrayList<>(List.of(at, version));
        addProfile(values, profile);
        values.addAll(List.of(customer, version));
        rows.add(REVISE, values.toArray());
    }

    private static void addProfile(List<@Nullable Object> values, CustomerProfile profile) {
        ShippingAddress address = profile.address();
        values.add(profile.name());
        values.add(profile.email());
        values.add(profile.phone());
        values.add(address == null ? null : address.name());
        values.add(address == null ? null : address.street());
        values.add(address == null ? null : address.city());
        values.add(address == null ? null : address.postcode());
        values.add(address == null ? null : address.country());
    }
}
