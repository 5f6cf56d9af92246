package io.waybill.command.wallet;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.waybill.command.wallet.TransferState.Status;
import io.waybill.contract.wallet.FailTransfer;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.TransferCompleted;
import io.waybill.contract.wallet.TransferEvent;
import io.waybill.contract.wallet.TransferFailed;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.TransferRefused;
import io.waybill.contract.wallet.TransferRequested;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * An amount on its way from one wallet to another.
 *
 * <pre>
 *  from                on                                    to
 *  –                   RequestTransfer                       REQUESTED
 *  REQUESTED           SettleTransfer, the target takes it   COMPLETED (end)
 *  REQUESTED           SettleTransfer, the target does not   REFUSED
 *  REQUESTED, REFUSED  FailTransfer                          FAILED (end)
 * </pre>
 *
 * Settling concerns both wallets, too: see {@link TransferSettlement}. A command that has already had its effect changes
 * nothing; any other is refused.
 */
@Aggregate
final class Transfer {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable TransferId id;

    private @Nullable TransferState state;

    /** For Axon, which then applies the transfer's history. */
    Transfer() {}

    @CommandHandler
    Transfer(RequestTransfer command) {
        apply(new TransferRequested(command.transferId(), command.source(), command.target(), command.amount()));
    }

    void complete(TransferId transfer) {
        TransferState now = state();
        apply(new TransferCompleted(transfer, now.source(), now.target(), now.amount()));
    }

    void refuse(TransferId transfer, TransferFailure reason) {
        apply(new TransferRefused(transfer, reason));
    }

    @CommandHandler
    void handle(FailTransfer command) {
        Status status = state().status();
        if (status == Status.COMPLETED) {
            throw new TransferDecided(TransferDecided.Reason.TRANSFER_COMPLETED, command.transferId());
        }
        if (status != Status.FAILED) {
            apply(new TransferFailed(command.transferId(), command.reason()));
        }
    }

    TransferState state() {
        return Objects.requireNonNull(state, "a transfer has a history");
    }

    @EventSourcingHandler
    void on(TransferEvent event) {
        id = event.transferId();
        state = event instanceof TransferRequested first ? TransferState.requested(first) : state().after(event);
    }
}
