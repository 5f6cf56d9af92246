package io.waybill.command.wallet;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Amount;
import io.waybill.command.edge.Change;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.customer.CustomerId;
import io.waybill.contract.wallet.CloseWallet;
import io.waybill.contract.wallet.Deposit;
import io.waybill.contract.wallet.DepositId;
import io.waybill.contract.wallet.OpenWallet;
import io.waybill.contract.wallet.WalletId;
import io.waybill.contract.wallet.Withdraw;
import io.waybill.contract.wallet.WithdrawalId;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/wallets}: what a person does with a wallet. Holds are made for payments and transfers, not here. */
@RestController
@RequestMapping("/api/{version}/wallets")
class WalletController {
    private final Reply reply;

    WalletController(Reply reply) {
        this.reply = reply;
    }

    /** @param customerId whose it is; without it the wallet is nobody's in particular, as a voucher is */
    record OpenRequest(
            @Nullable CustomerId customerId, @NotNull CurrencyUnit currency) {}

    record AmountRequest(@NotNull @Amount Money amount) {}

    private record Named(WalletId walletId, long version) {}

    private record Deposited(WalletId walletId, DepositId depositId, long version) {}

    private record Withdrawn(WalletId walletId, WithdrawalId withdrawalId, long version) {}

    @PostMapping
    @Answered(Named.class)
    ResponseEntity<byte[]> open(Caller caller, @Valid @RequestBody OpenRequest request) {
        return reply.created(caller, List.of("wallets", request), () -> {
            WalletId wallet = new WalletId(UuidCreator.getTimeOrderedEpoch());
            return new Creation(
                    new OpenWallet(wallet, request.customerId(), request.currency()),
                    wallet,
                    place(wallet),
                    version -> new Named(wallet, version));
        });
    }

    @PostMapping("/{wallet}/deposits")
    @Answered(Deposited.class)
    ResponseEntity<byte[]> deposit(
            Caller caller, @PathVariable WalletId wallet, @Valid @RequestBody AmountRequest request) {
        return reply.created(caller, List.of("deposits", wallet, request), () -> {
            DepositId deposit = new DepositId(UuidCreator.getTimeOrderedEpoch());
            return new Creation(
                    new Deposit(wallet, deposit, request.amount()),
                    wallet,
                    place(wallet),
                    version -> new Deposited(wallet, deposit, version));
        });
    }

    @PostMapping("/{wallet}/withdrawals")
    @Answered(Withdrawn.class)
    ResponseEntity<byte[]> withdraw(
            Caller caller, @PathVariable WalletId wallet, @Valid @RequestBody AmountRequest request) {
        return reply.created(caller, List.of("withdrawals", wallet, request), () -> {
            WithdrawalId withdrawal = new WithdrawalId(UuidCreator.getTimeOrderedEpoch());
            return new Creation(
                    new Withdraw(wallet, withdrawal, request.amount()),
                    wallet,
                    place(wallet),
                    version -> new Withdrawn(wallet, withdrawal, version));
        });
    }

    @PostMapping("/{wallet}/closure")
    @Answered(status = 200, value = Named.class)
    ResponseEntity<byte[]> close(Caller caller, @PathVariable WalletId wallet) {
        return reply.changed(
                caller,
                List.of("closure", wallet),
                () -> new Change(new CloseWallet(wallet), wallet, version -> new Named(wallet, version)));
    }

    private static String place(WalletId wallet) {
        return "/api/v1/wallets/" + wallet;
    }
}
