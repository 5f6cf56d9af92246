package io.waybill.query.transfer;

import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /transfers/{id}}. */
@RestController
class TransferApi {
    private final Transfers transfers;

    TransferApi(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Answers with the transfer's version as its entity tag; 304 if the client has that already. */
    @GetMapping("/api/{version}/transfers/{id}")
    ResponseEntity<TransferAnswer> one(@PathVariable UUID id) {
        TransferAnswer transfer = transfers
                .findByTransferId(id)
                .map(TransferAnswer::of)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "TRANSFER_NOT_FOUND",
                        "There is no such transfer, or its request has not reached this view yet."));
        return ResponseEntity.ok()
                .eTag(new EntityTag(transfer.version()).toString())
                .body(transfer);
    }
}
