package io.waybill.query.wallet;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of the view. */
@Entity
@Immutable
@Table(name = "wallet")
class Wallet {
    @Id
    UUID walletId;

    @Nullable
    String customerId;

    String currency;
    BigDecimal balance;
    BigDecimal held;
    BigDecimal available;

    @Enumerated(EnumType.STRING)
    Status status;

    Instant openedAt;
    Instant updatedAt;
    long version;

    enum Status {
        OPEN,
        CLOSED
    }
}
