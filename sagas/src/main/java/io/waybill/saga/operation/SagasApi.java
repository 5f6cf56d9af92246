package io.waybill.saga.operation;

import io.waybill.contract.order.CancelOrder;
import io.waybill.contract.order.OrderId;
import io.waybill.letters.Readers;
import io.waybill.letters.store.DeadLetters;
import io.waybill.saga.progress.Report;
import io.waybill.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For operators: where sagas stand, which of them wait too long, and what each reader of events has parked. */
@RestController
@RequestMapping("${waybill.letters.path}")
final class SagasApi {
    /** Sagas on one page. */
    private static final int MAX_LIMIT = 100;

    /** Where a page ended: type and id. */
    private static final String PLACE = "[a-z]+/[0-9a-f-]+";

    /** The only sagas that can be cancelled: those of orders. */
    private static final String FULFILMENT = "fulfilment";

    private final SagaDesk desk;
    private final Readers readers;
    private final DeadLetters letters;
    private final OperatorCommands commands;

    SagasApi(SagaDesk desk, Readers readers, DeadLetters letters, OperatorCommands commands) {
        this.desk = desk;
        this.readers = readers;
        this.letters = letters;
        this.commands = commands;
    }

    /**
     * Sagas by type and id.
     *
     * @param stuck whether only those that wait longer than they should
     * @param after {@code next} of the page before
     */
    @GetMapping
    SagaPage page(
            @RequestParam(defaultValue = "false") boolean stuck,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable @Size(max = 200) @Pattern(regexp = PLACE) String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(MAX_LIMIT) int limit) {
        return SagaPage.of(
                desk.page(stuck, type, after, limit + 1),
                limit,
                readers.all().stream()
                        .map(reader -> new SagaPage.Parking(reader.processor(), letters.parked(reader.processor())))
                        .toList());
    }

    @GetMapping("/{type}/{id}")
    SagaView one(@PathVariable String type, @PathVariable String id) {
        return SagaView.of(desk.report(type, id));
    }

    /** Has the waiting step taken again, which happens within seconds; safe to repeat. */
    @PostMapping("/{type}/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SagaView retry(@PathVariable String type, @PathVariable String id) {
        return SagaView.of(desk.retry(type, id));
    }

    /** Cancels the order that the saga carries; the saga then undoes what was done. Safe to repeat. */
    @PostMapping("/{type}/{id}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SagaView cancel(
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = "X-Actor", defaultValue = "anonymous") @NotBlank @Size(max = 200) String actor,
            @RequestBody @Valid Cancellation cancellation) {
        Report report = desk.report(type, id);
        if (!type.equals(FULFILMENT)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "NOT_CANCELLABLE", "Only what carries an order can be cancelled.");
        }
        commands.send("operator/" + id + "/cancel", new CancelOrder(OrderId.of(id), cancellation.reason()), actor);
        return SagaView.of(report);
    }

    /** @param reason for a person; kept with the order */
    record Cancellation(@NotBlank @Size(max = 1_000) String reason) {}
}
