package io.waybill.query.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the view. */
@Entity
@Immutable
@Table(name = "customer")
class Customer {
    @Id
    String customerId;

    boolean erased;

    @Nullable
    String name;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String recipient;

    @Nullable
    String street;

    @Nullable
    String city;

    @Nullable
    String postcode;

    @Nullable
    String country;

    @Nullable
    Instant registeredAt;

    Instant updatedAt;
    long version;
}
