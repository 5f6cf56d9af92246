package io.waybill.query.transfer;

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

/** {@code GET /transfers/{id}}. */
@RestController
class TransferApi {
    private final Transfers transfers;
    private final Freshness freshness;

    TransferApi(Transfers transfers, Freshness freshness) {
        this.transfers = transfers;
        this.freshness = freshness;
    }

    /** Answers with the transfer's version as its entity tag; 304 if the client has that already. {@code minVersion} waits for it. */
    @GetMapping("/api/{version}/transfers/{id}")
    ResponseEntity<TransferAnswer> one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Min(0) Long minVersion,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer) {
        TransferAnswer transfer = freshness.read(
                id,
                Wanted.of(minVersion, prefer),
                () -> transfers.findByTransferId(id).map(TransferAnswer::of),
                TransferAnswer::version,
                () -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "TRANSFER_NOT_FOUND",
                        "There is no such transfer, or its request has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(transfer.version()).toString())
                .body(transfer);
    }
}
