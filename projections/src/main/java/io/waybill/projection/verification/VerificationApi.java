package io.waybill.projection.verification;

import io.waybill.eventing.verify.Check;
import io.waybill.projection.view.View;
import io.waybill.projection.view.Views;
import io.waybill.web.stream.LongAnswer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** For operators: compare a view with the log. */
@RestController
final class VerificationApi {
    private final ViewVerification verification;
    private final Views views;
    private final JsonMapper json;
    private final Semaphore oneAtATime = new Semaphore(1);

    VerificationApi(ViewVerification verification, Views views, JsonMapper json) {
        this.verification = verification;
        this.views = views;
        this.json = json;
    }

    /** @param upTo the number of the event that the view must have seen at least */
    @GetMapping("/api/{version}/operations/projections/{name}/verification")
    void verification(
            @PathVariable String name, @RequestParam(defaultValue = "0") long upTo, HttpServletResponse response) {
        View view = views.get(name);
        LongAnswer.write(
                response,
                json,
                oneAtATime,
                answer -> answer.line(new Found(verification.check(view, upTo, answer::progress))));
    }

    record Found(Check check) {}
}
