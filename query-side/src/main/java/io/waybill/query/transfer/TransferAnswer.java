package io.waybill.query.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One transfer between two wallets.
 *
 * @param reason why it did not come about, if it did not
 * @param version of its last event; also its entity tag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferAnswer(
        UUID transferId,
        UUID source,
        UUID target,
        Money amount,
        Transfer.Status status,
        @Nullable String reason,
        Instant requestedAt,
        Instant updatedAt,
        long version) {
    static TransferAnswer of(Transfer transfer) {
        return new TransferAnswer(
                transfer.transferId,
                transfer.source,
                transfer.target,
                Money.of(CurrencyUnit.of(transfer.currency), transfer.amount),
                transfer.status,
                transfer.reason,
                transfer.requestedAt,
                transfer.updatedAt,
                transfer.version);
    }
}
