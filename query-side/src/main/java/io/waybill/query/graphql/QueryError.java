package io.waybill.query.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import io.waybill.web.ApiProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.ErrorType;

/** A problem as an error of GraphQL: {@code extensions} has its status, its reason, and what is wrong with which argument. */
final class QueryError {
    private QueryError() {}

    /** @param error which the problem stands for, in the same place of the query */
    static GraphQLError of(ApiProblem problem, GraphQLError error) {
        List<SourceLocation> places = error.getLocations();
        List<Object> path = error.getPath();
        return of(problem, places == null ? List.of() : places, path == null ? List.of() : path);
    }

    /** @param places in the query, and {@code path} in the answer; either may be empty */
    static GraphQLError of(ApiProblem problem, List<SourceLocation> places, List<Object> path) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("reason", problem.reason());
        extensions.put("status", problem.status().value());
        if (!problem.errors().isEmpty()) {
            extensions.put("errors", problem.errors());
        }
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError();
        error.message(problem.detail());
        error.errorType(kind(problem));
        error.extensions(extensions);
        if (!places.isEmpty()) {
            error.locations(places);
        }
        if (!path.isEmpty()) {
            error.path(path);
        }
        return error.build();
    }

    private static ErrorClassification kind(ApiProblem problem) {
        return switch (problem.status()) {
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case BAD_REQUEST -> ErrorType.BAD_REQUEST;
            default -> problem.status().is4xxClientError() ? ErrorType.BAD_REQUEST : ErrorType.INTERNAL_ERROR;
        };
    }
}
