package io.waybill.query.transfer;

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
@Table(name = "transfer")
class Transfer {
    @Id
    UUID transferId;

    UUID source;
    UUID target;
    BigDecimal amount;
    String currency;

    @Enumerated(EnumType.STRING)
    Status status;

    @Nullable
    String reason;

    Instant requestedAt;
    Instant updatedAt;
    long version;

    /** One that was REFUSED has FAILED when nothing of it is held any more. */
    enum Status {
        REQUESTED,
        COMPLETED,
        REFUSED,
        FAILED
    }
}
