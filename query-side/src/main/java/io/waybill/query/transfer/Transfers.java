package io.waybill.query.transfer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All transfers. */
interface Transfers extends Repository<Transfer, UUID> {
    Optional<Transfer> findByTransferId(UUID transferId);
}
