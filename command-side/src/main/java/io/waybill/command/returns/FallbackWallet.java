package io.waybill.command.returns;

import io.waybill.command.wallet.KnownWallets;
import io.waybill.contract.wallet.WalletId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks the wallet that is to take a refund: into one that never was, nothing could ever be paid. */
@Component
final class FallbackWallet {
    private final KnownWallets wallets;

    FallbackWallet(KnownWallets wallets) {
        this.wallets = wallets;
    }

    /**
     * @return the wallet, if one is named; whether it takes the refund, it decides itself when the time comes
     * @throws ApiProblem (422, UNKNOWN_WALLET) if it was never opened
     */
    @Nullable
    WalletId check(@Nullable WalletId named) {
        if (named != null && wallets.currencies(List.of(named)).isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "UNKNOWN_WALLET",
                    "The refund is to go into a wallet that is not there.",
                    List.of(new FieldError("/fallbackWallet", "must be a wallet")));
        }
        return named;
    }
}
