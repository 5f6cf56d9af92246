package io.waybill.query.wallet;

import io.waybill.query.watch.Freshness;
import io.waybill.query.watch.Wanted;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /wallets/{id}}. */
@RestController
class WalletApi {
    private final Wallets wallets;
    private final Freshness freshness;

    WalletApi(Wallets wallets, Freshness freshness) {
        this.wallets = wallets;
        this.freshness = freshness;
    }

    /** Answers with the wallet's version as its entity tag; 304 if the client has that already. {@code minVersion} waits for it. */
    @GetMapping("/api/{version}/wallets/{id}")
    ResponseEntity<WalletAnswer> one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        WalletAnswer wallet = freshness.read(
                id,
                Wanted.of(minVersion, prefer),
                () -> wallets.findByWalletId(id).map(WalletAnswer::of),
                WalletAnswer::version,
                () -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "WALLET_NOT_FOUND",
                        "There is no such wallet, or its opening has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(wallet.version()).toString())
                .body(wallet);
    }
}
