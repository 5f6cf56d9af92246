package io.waybill.query.wallet;

import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /wallets/{id}}. */
@RestController
class WalletApi {
    private final Wallets wallets;

    WalletApi(Wallets wallets) {
        this.wallets = wallets;
    }

    /** Answers with the wallet's version as its entity tag; 304 if the client has that already. */
    @GetMapping("/api/{version}/wallets/{id}")
    ResponseEntity<WalletAnswer> one(@PathVariable UUID id) {
        WalletAnswer wallet = wallets.findByWalletId(id)
                .map(WalletAnswer::of)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "WALLET_NOT_FOUND",
                        "There is no such wallet, or its opening has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(wallet.version()).toString())
                .body(wallet);
    }
}
