package io.waybill.command.edge;

import io.waybill.command.Refused;
import io.waybill.command.dispatch.KeyReused;
import io.waybill.command.dispatch.PreconditionFailed;
import io.waybill.command.dispatch.RequestInFlight;
import io.waybill.web.ApiProblem;
import io.waybill.web.EntityTag;
import io.waybill.web.FieldError;
import io.waybill.web.ProblemMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration implements WebMvcConfigurer {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    /** The one place where a refusal becomes a problem. */
    @Bean
    ProblemMapping refusals() {
        return thrown -> Optional.ofNullable(
                switch (thrown) {
                    case KeyReused reused ->
                        new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, reused.reason(), detail(reused));
                    case RequestInFlight underWay ->
                        new ApiProblem(
                                        HttpStatus.CONFLICT,
                                        "REQUEST_IN_FLIGHT",
                                        "The request with this Idempotency-Key is under way; ask again for its answer.")
                                .retryAfter(SOON);
                    case PreconditionFailed stale -> preconditionFailed(stale);
                    case Refused refused -> new ApiProblem(HttpStatus.CONFLICT, refused.reason(), detail(refused));
                    case AggregateNotFoundException missing ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing under this id.");
                    // The id of an order is no wallet's.
                    case IncompatibleAggregateException other ->
                        new ApiProblem(
                                HttpStatus.NOT_FOUND, "NOT_FOUND", "There is nothing of this kind under this id.");
                    case AggregateStreamCreationException exists ->
                        new ApiProblem(HttpStatus.CONFLICT, "ALREADY_EXISTS", "It exists already.");
                    case ConcurrencyException overtaken ->
                        new ApiProblem(
                                        HttpStatus.CONFLICT,
                                        "CONCURRENT_CHANGE",
                                        "Other changes came first, time and again; nothing was stored.")
                                .retryAfter(SOON);
                    default -> null;
                });
    }

    private static ApiProblem preconditionFailed(PreconditionFailed stale) {
        String current = stale.current()
                .map(version -> new EntityTag(version).toString())
                .orElse("");
        ApiProblem problem = new ApiProblem(
                HttpStatus.PRECONDITION_FAILED,
                "PRECONDITION_FAILED",
                current.isEmpty()
                        ? "There is nothing yet that If-Match could match; nothing was changed."
                        : "The version is " + current + " now, and If-Match does not name it; nothing was changed.",
                List.of(FieldError.ofHeader(HttpHeaders.IF_MATCH, "must name the version")));
        return current.isEmpty() ? problem : problem.header(HttpHeaders.ETAG, current);
    }

    private static String detail(Refused refused) {
        String message = refused.getMessage();
        return message == null ? refused.reason() : message;
    }
}
