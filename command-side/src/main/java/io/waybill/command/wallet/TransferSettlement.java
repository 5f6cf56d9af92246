package io.waybill.command.wallet;

import io.waybill.command.wallet.TransferState.Status;
import io.waybill.contract.payment.CaptureId;
import io.waybill.contract.wallet.CaptureHold;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.DepositRejection;
import io.waybill.contract.wallet.HoldId;
import io.waybill.contract.wallet.SettleTransfer;
import io.waybill.contract.wallet.TransferFailure;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Moves what is held on the source to the target: both wallets and the transfer change in one transaction, so that what is
 * in all wallets together, available and held, is the same before and after every commit.
 *
 * <p>That a transfer is settled once is for its own state to say, not for what its wallets remember: if one of them took
 * its part for done, and the other did not, money would come or go.
 *
 * <p>Who settles takes the transfer first and then the wallets in the order of their ids, and their events are stored in
 * that order: a ring of transfers waits for each other, here and on the database's keys, but never in a circle.
 */
final class TransferSettlement {
    private final Repository<Transfer> transfers;
    private final Repository<Wallet> wallets;

    TransferSettlement(Repository<Transfer> transfers, Repository<Wallet> wallets) {
        this.transfers = transfers;
        this.wallets = wallets;
    }

    @CommandHandler
    void handle(SettleTransfer command) {
        TransferId id = command.transferId();
        Aggregate<Transfer> transfer = transfers.load(id.toString());
        TransferState asked = transfer.invoke(Transfer::state);
        if (asked.status() == Status.FAILED) {
            throw new TransferDecided(TransferDecided.Reason.TRANSFER_FAILED, id);
        }
        if (asked.status() == Status.REQUESTED) {
            settle(id, transfer, asked);
        }
    }

    private void settle(TransferId id, Aggregate<Transfer> transfer, TransferState asked) {
        boolean sourceFirst = asked.source().value().compareTo(asked.target().value()) < 0;
        Aggregate<Wallet> first = load(sourceFirst ? asked.source() : asked.target());
        Aggregate<Wallet> second = load(sourceFirst ? asked.target() : asked.source());
        Optional<DepositRejection> no =
                (sourceFirst ? second : first).invoke(target -> target.rejection(asked.amount()));
        if (no.isPresent()) {
            transfer.execute(now -> now.refuse(id, failure(no.get())));
            return;
        }
        CaptureHold leaves =
                new CaptureHold(asked.source(), new HoldId(id.value()), new CaptureId(id.value()), asked.amount());
        Deposit arrives = new Deposit(asked.target(), new DepositId(id.value()), asked.amount());
        if (sourceFirst) {
            first.execute(source -> source.take(leaves));
            second.execute(target -> target.put(arrives));
        } else {
            first.execute(target -> target.put(arrives));
            second.execute(source -> source.take(leaves));
        }
        transfer.execute(now -> now.complete(id));
    }

    private Aggregate<Wallet> load(WalletId wallet) {
        return wallets.load(wallet.toString());
    }

    private static TransferFailure failure(DepositRejection reason) {
        return switch (reason) {
            case OTHER_CURRENCY -> TransferFailure.OTHER_CURRENCY;
            case CLOSED -> TransferFailure.TARGET_CLOSED;
        };
    }
}
