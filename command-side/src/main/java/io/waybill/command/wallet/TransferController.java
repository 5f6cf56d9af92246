package io.waybill.command.wallet;

import com.github.f4b6a3.uuid.UuidCreator;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.edge.Amount;
import io.waybill.command.edge.Creation;
import io.waybill.command.edge.Reply;
import io.waybill.contract.wallet.RequestTransfer;
import io.waybill.contract.wallet.TransferId;
import io.waybill.contract.wallet.WalletId;
import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import io.waybill.web.openapi.Answered;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/transfers}: asks for an amount to be moved. Whether it was, the transfer tells. */
@RestController
@RequestMapping("/api/{version}/transfers")
class TransferController {
    private final Reply reply;
    private final KnownWallets wallets;

    TransferController(Reply reply, KnownWallets wallets) {
        this.reply = reply;
        this.wallets = wallets;
    }

    record TransferRequest(
            @NotNull WalletId source,
            @NotNull WalletId target,
            @NotNull @Amount Money amount) {}

    private record Requested(TransferId transferId, long version) {}

    @PostMapping
    @Answered(Requested.class)
    ResponseEntity<byte[]> request(Caller caller, @Valid @RequestBody TransferRequest request) {
        return reply.created(caller, List.of("transfers", request), () -> {
            check(request);
            TransferId transfer = new TransferId(UuidCreator.getTimeOrderedEpoch());
            return new Creation(
                    new RequestTransfer(transfer, request.source(), request.target(), request.amount()),
                    transfer,
                    "/api/v1/transfers/" + transfer,
                    version -> new Requested(transfer, version));
        });
    }

    /** What can never become true is said at once; what depends on the moment, the wallets decide. */
    private void check(TransferRequest request) {
        if (request.source().equals(request.target())) {
            throw refused(
                    "SAME_WALLET",
                    "A transfer is from one wallet to another.",
                    List.of(new FieldError("/target", "must be another wallet than the source")));
        }
        Map<WalletId, CurrencyUnit> known = wallets.currencies(List.of(request.source(), request.target()));
        List<FieldError> unknown = Stream.of(
                        unless(known.containsKey(request.source()), "/source", "must be a wallet"),
                        unless(known.containsKey(request.target()), "/target", "must be a wallet"))
                .flatMap(errors -> errors)
                .toList();
        if (!unknown.isEmpty()) {
            throw refused("UNKNOWN_WALLET", "The transfer is between wallets that are not there.", unknown);
        }
        CurrencyUnit currency = request.amount().getCurrencyUnit();
        List<FieldError> foreign = Stream.of(
                        unless(
                                currency.equals(known.get(request.source())),
                                "/source",
                                "must be a wallet in " + currency),
                        unless(
                                currency.equals(known.get(request.target())),
                                "/target",
                                "must be a wallet in " + currency))
                .flatMap(errors -> errors)
                .toList();
        if (!foreign.isEmpty()) {
            throw refused("OTHER_CURRENCY", "Both wallets have to have the currency of the amount.", foreign);
        }
    }

    private static Stream<FieldError> unless(boolean right, String pointer, String detail) {
        return right ? Stream.empty() : Stream.of(new FieldError(pointer, detail));
    }

    private static ApiProblem refused(String reason, String detail, List<FieldError> errors) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, reason, detail, errors);
    }
}
