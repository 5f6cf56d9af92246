package io.waybill.letters.api;

import io.waybill.letters.retry.Outcome;
import io.waybill.letters.retry.Retries;
import io.waybill.letters.store.DeadLetter;
import io.waybill.letters.store.DeadLetters;
import io.waybill.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: what each processor of this service has parked, and what to do about it. */
@RestController
@RequestMapping("${waybill.letters.path}/{processor}")
public final class DeadLettersApi {
    /** Letters on one page. */
    private static final int MAX_LIMIT = 100;

    private final Desk desk;
    private final DeadLetters letters;
    private final Retries retries;

    DeadLettersApi(Desk desk, DeadLetters letters, Retries retries) {
        this.desk = desk;
        this.letters = letters;
        this.retries = retries;
    }

    @GetMapping("/dead-letters")
    LetterPage page(
            @PathVariable String processor,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(MAX_LIMIT) int limit) {
        return desk.page(processor, after, limit);
    }

    @GetMapping("/dead-letters/{number}")
    LetterDetail one(@PathVariable String processor, @PathVariable long number) {
        DeadLetter letter = desk.letter(processor, number);
        return LetterDetail.of(letter, letters.behind(letter));
    }

    /** Retries the letter, and what queues behind it. */
    @PostMapping("/dead-letters/{number}/retry")
    Retried retry(@PathVariable String processor, @PathVariable long number) {
        DeadLetter letter = desk.letter(processor, number);
        letters.first(letter.processor(), letter.sequence())
                .filter(first -> first.number() < number)
                .ifPresent(first -> {
                    throw new ApiProblem(
                            HttpStatus.CONFLICT,
                            "NOT_FIRST",
                            "Event " + number + " queues behind event " + first.number()
                                    + ", which has to be retried or discarded before.");
                });
        return answer(letter.processor(), retries.retry(letter.processor(), letter.sequence()));
    }

    @PostMapping("/dead-letters/retry")
    Retried retryAll(@PathVariable String processor) {
        String stored = desk.stored(processor);
        return answer(stored, retries.retryAll(stored));
    }

    @PostMapping("/dead-letters/{number}/discard")
    DiscardedView discard(
            @PathVariable String processor,
            @PathVariable long number,
            @RequestHeader(name = "X-Actor", defaultValue = "anonymous") @Size(max = 200) String actor,
            @RequestBody @Valid Discard discard) {
        return desk.discard(processor, number, discard.reason(), actor);
    }

    @GetMapping("/discarded-letters")
    DiscardedPage discarded(
            @PathVariable String processor,
            @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(MAX_LIMIT) int limit) {
        return desk.discarded(processor, after, limit);
    }

    private Retried answer(String stored, Outcome outcome) {
        return new Retried(
                outcome.handled(),
                outcome.failed(),
                letters.parked(stored).count(),
                outcome.cause().isEmpty() ? null : outcome.cause());
    }

    /** @param reason for those who come after */
    record Discard(@NotBlank @Size(max = 1_000) String reason) {}
}
