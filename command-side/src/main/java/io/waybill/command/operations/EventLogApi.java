package io.waybill.command.operations;

import io.waybill.command.dispatch.Caller;
import io.waybill.eventing.relay.Refills;
import io.waybill.eventing.verify.Check;
import io.waybill.eventing.verify.LogVerification;
import io.waybill.web.ApiProblem;
import io.waybill.web.stream.LongAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** For operators: compare the event store with the topic, and have the topic filled again from the store. */
@RestController
@RequestMapping("/api/{version}/operations/event-log")
final class EventLogApi {
    static final String PATH = "/api/v1/operations/event-log";

    private static final Logger log = LoggerFactory.getLogger(EventLogApi.class);

    private final LogVerification verification;
    private final Refills refills;
    private final JsonMapper json;
    private final Semaphore oneAtATime = new Semaphore(1);

    EventLogApi(LogVerification verification, Refills refills, JsonMapper json) {
        this.verification = verification;
        this.refills = refills;
        this.json = json;
    }

    /** How far the topic is filled. */
    @GetMapping
    Refills.State state() {
        return refills.state();
    }

    /** A check of the store and one of the topic, then the number up to which both were compared. */
    @GetMapping("/verification")
    void verification(HttpServletResponse response) {
        LongAnswer.write(response, json, oneAtATime, answer -> {
            LogVerification.Result result = verification.run(answer::progress);
            answer.line(new Found(result.store()));
            answer.line(new Found(result.topic()));
            answer.line(Map.of("upTo", result.upTo()));
        });
    }

    /** Whoever reads the topic meanwhile goes on where it was once the topic has come so far again. */
    @PostMapping("/refill")
    ResponseEntity<Refills.State> refill(Caller caller) {
        if (!refills.ask(caller.actor())) {
            throw new ApiProblem(HttpStatus.CONFLICT, "NEVER_FILLED", "No relay has ever filled the topic.");
        }
        log.warn("{} asked to have the topic deleted and filled again", caller.actor());
        return ResponseEntity.accepted().location(URI.create(PATH)).body(refills.state());
    }

    record Found(Check check) {}
}
