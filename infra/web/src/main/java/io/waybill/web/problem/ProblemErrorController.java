package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what failed outside of all handlers: in a filter, or while an answer was written. */
@RestController
final class ProblemErrorController implements ErrorController {
    private final Faults faults;

    ProblemErrorController(Faults faults) {
        this.faults = faults;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<Problem> problem(HttpServletRequest request) {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Problem.answer(
                problemOf(request),
                Objects.requireNonNullElse(uri, request.getRequestURI()).toString());
    }

    private ApiProblem problemOf(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            ApiProblem problem = faults.problemOf(thrown);
            ProblemAdvice.log(problem, thrown, request);
            return problem;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Statuses.problemOf(HttpStatusCode.valueOf(code))
                : Statuses.problemOf(HttpStatus.NOT_FOUND);
    }
}
