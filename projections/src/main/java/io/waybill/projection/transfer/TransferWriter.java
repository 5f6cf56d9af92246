package io.waybill.projection.transfer;

import static java.time.ZoneOffset.UTC;

import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferEvent;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import io.waybill.projection.batch.RowBatch;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Folds the events of transfers into {@code transfer}. One that was refused fails when nothing of it is held any more. */
@Component
@ProcessingGroup(TransferView.NAME)
final class TransferWriter {
    private static final String REQUEST = """
            insert into transfer (transfer_id, source, target, amount, currency, status, requested_at, updated_at,
                                  version)
            values (?, ?, ?, ?, ?, 'REQUESTED', ?, ?, ?)
            on conflict (transfer_id) do nothing
            """;
    private static final String CHANGE = """
            update transfer set status = ?, reason = ?, updated_at = ?, version = ?
             where transfer_id = ? and version < ?
            """;

    private final RowBatch rows;

    TransferWriter(JdbcTemplate jdbc) {
        this.rows = new RowBatch(jdbc, REQUEST, CHANGE);
    }

    @EventHandler
    void on(TransferEvent event, @SequenceNumber long version, @Timestamp Instant recordedAt) {
        OffsetDateTime at = recordedAt.atOffset(UTC);
        rows.changed(event.transferId());
        switch (event) {
            case TransferRequested requested -> request(requested, at, version);
            case TransferCompleted _ -> change(event, "COMPLETED", null, at, version);
            case TransferRefused(TransferId _, TransferFailure why) -> change(event, "REFUSED", why, at, version);
            case TransferFailed(TransferId _, TransferFailure why) -> change(event, "FAILED", why, at, version);
        }
    }

    private void request(TransferRequested event, OffsetDateTime at, long version) {
        rows.add(
                REQUEST,
                event.transferId().value(),
                event.source().value(),
                event.target().value(),
                event.amount().getAmount(),
                event.amount().getCurrencyUnit().getCode(),
                at,
                at,
                version);
    }

    private void change(
            TransferEvent event, String status, @Nullable TransferFailure why, OffsetDateTime at, long version) {
        String reason = why == null ? null : why.name();
        rows.add(CHANGE, status, reason, at, version, event.transferId().value(), version);
    }
}
