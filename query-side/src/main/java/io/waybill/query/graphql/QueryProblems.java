package io.waybill.query.graphql;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.waybill.query.parameter.Parameters;
import io.waybill.web.ApiProblem;
import io.waybill.web.problem.Faults;
import java.util.List;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/** Sees to it that every error has the reason that a problem (RFC 9457) would have. */
@Configuration(proxyBeanMethods = false)
class QueryProblems {
    private static final Logger log = LoggerFactory.getLogger(QueryProblems.class);

    @Bean
    static DataFetcherExceptionResolver problemsOfFields(Faults faults) {
        return DataFetcherExceptionResolver.forSingleError((thrown, field) -> QueryError.of(
                logged(faults.problemOf(thrown), thrown),
                List.of(field.getField().getSourceLocation()),
                field.getExecutionStepInfo().getPath().toList()));
    }

    @Bean
    static SubscriptionExceptionResolver problemsOfSubscriptions(Faults faults) {
        return SubscriptionExceptionResolver.forSingleError(
                thrown -> QueryError.of(logged(faults.problemOf(thrown), thrown), List.of(), List.of()));
    }

    @Bean
    static WebGraphQlInterceptor problemsOfRequests() {
        return (request, chain) -> chain.next(request).map(response -> {
            if (response.getData() instanceof Publisher
                    && !isForEvents(request.getHeaders().getAccept())) {
                ApiProblem problem = Parameters.invalid(
                        "query", "is a subscription: it is answered with Accept: text/event-stream only");
                ExecutionResult refused = ExecutionResult.newExecutionResult()
                        .addError(QueryError.of(problem, List.of(), List.of()))
                        .build();
                return new WebGraphQlResponse(
                        new DefaultExecutionGraphQlResponse(response.getExecutionInput(), refused));
            }
            WebGraphQlResponse told = withReasons(response);
            return isForEvents(request.getHeaders().getAccept()) ? withErrorsAsEvent(told) : told;
        });
    }

    // Else whoever waits for events would not get to see what is wrong with the subscription.
    private static WebGraphQlResponse withErrorsAsEvent(WebGraphQlResponse response) {
        ExecutionResult result = response.getExecutionResult();
        return response.getData() instanceof Publisher || result.getErrors().isEmpty()
                ? response
                : response.transform(answer -> answer.data(Flux.just(ExecutionResult.newExecutionResult()
                                .errors(result.getErrors())
                                .build()))
                        .errors(List.of()));
    }

    // As Spring decides which of its handlers answers.
    private static boolean isForEvents(List<MediaType> accepted) {
        return !accepted.isEmpty()
                && accepted.stream()
                        .noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                || type.isCompatibleWith(MediaType.APPLICATION_GRAPHQL_RESPONSE));
    }

    private static WebGraphQlResponse withReasons(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(answer -> answer.errors(
                        errors.stream().map(QueryProblems::withReason).toList()));
    }

    private static GraphQLError withReason(GraphQLError error) {
        return switch (error.getErrorType()) {
            case ErrorType.InvalidSyntax ->
                QueryError.of(new ApiProblem(HttpStatus.BAD_REQUEST, "MALFORMED_QUERY", error.getMessage()), error);
            case ErrorType.ValidationError, ErrorType.OperationNotSupported ->
                QueryError.of(new ApiProblem(HttpStatus.BAD_REQUEST, "INVALID_QUERY", error.getMessage()), error);
            case ErrorType.ExecutionAborted ->
                QueryError.of(new ApiProblem(HttpStatus.BAD_REQUEST, "QUERY_TOO_LARGE", error.getMessage()), error);
            case null, default -> error;
        };
    }

    private static ApiProblem logged(ApiProblem problem, Throwable thrown) {
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("A query failed", thrown);
        } else if (problem.status().is5xxServerError()) {
            log.warn("A query failed: {} ({})", problem.getMessage(), thrown.toString());
        } else {
            log.debug("A query was refused: {}", problem.getMessage());
        }
        return problem;
    }
}
