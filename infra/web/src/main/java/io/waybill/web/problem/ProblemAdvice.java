package io.waybill.web.problem;

import io.waybill.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers whatever a handler throws. It comes last, so that a service's own advice is asked before it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Faults faults;

    ProblemAdvice(Faults faults) {
        this.faults = faults;
    }

    @ExceptionHandler
    ResponseEntity<Problem> problem(Exception thrown, HttpServletRequest request) {
        ApiProblem problem = faults.problemOf(thrown);
        log(problem, thrown, request);
        return Problem.answer(problem, request.getRequestURI());
    }

    /** The client has gone: there is nobody to answer. */
    @ExceptionHandler
    @Nullable
    Void gone(AsyncRequestNotUsableException thrown) {
        log.debug("The client did not wait for its answer", thrown);
        return null;
    }

    /** What a service refuses by itself, it tells of where it does so, if that is worth a line for each request. */
    static void log(ApiProblem problem, Throwable thrown, HttpServletRequest request) {
        int status = problem.status().value();
        if (status == 500) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        } else if (status > 500 && !(thrown instanceof ApiProblem)) {
            log.warn(
                    "{} {}: {} ({})",
                    request.getMethod(),
                    request.getRequestURI(),
                    problem.getMessage(),
                    thrown.toString());
        } else {
            log.debug("{} {}: {}", request.getMethod(), request.getRequestURI(), problem.getMessage());
        }
    }
}
