package io.waybill.query.graphql;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** How much one request may ask for; all is known before anything is read. */
@Configuration(proxyBeanMethods = false)
class QueryLimits {
    /** Enough for the introspection that tools send, which is deeper than anything else there is. */
    static final int MAX_DEPTH = 18;

    /** What is read for itself costs more than a field of what is there: so at most fifty such are asked for at once. */
    static final int READ_COST = 400;

    /** Fields, those below {@code first: 50} counted fifty times: fifty orders with everything and twenty events each. */
    static final int MAX_COST = 20_000;

    private static final String QUERY = "Query";

    static final int MAX_TOKENS = 5_000;
    static final int MAX_CHARACTERS = 100_000;

    @Bean
    static Instrumentation depthLimit() {
        return new MaxQueryDepthInstrumentation(MAX_DEPTH) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int most) {
                return new AbortExecutionException(
                        "The query is nested " + depth + " fields deep; " + most + " is the most.");
            }
        };
    }

    @Bean
    static Instrumentation costLimit() {
        return new MaxQueryComplexityInstrumentation(MAX_COST, QueryLimits::cost) {
            @Override
            protected AbortExecutionException mkAbortException(int cost, int most) {
                return new AbortExecutionException("The query asks for more than " + most
                        + " fields, those of lists counted as often as first says, and each query as " + READ_COST
                        + ". Ask for fewer at once.");
            }
        };
    }

    @Bean
    static WebGraphQlInterceptor sizeLimit() {
        ParserOptions limits = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(MAX_TOKENS).maxCharacters(MAX_CHARACTERS));
        return (request, chain) -> {
            request.configureExecutionInput((input, builder) ->
                    builder.graphQLContext(Map.of(ParserOptions.class, limits)).build());
            return chain.next(request);
        };
    }

    private static int cost(FieldComplexityEnvironment field, int children) {
        int times = field.getArguments().get("first") instanceof Integer first ? Math.max(1, first) : 1;
        int self = field.getParentType().getName().equals(QUERY) ? READ_COST : 1;
        return Math.toIntExact(Math.min(self + (long) times * children, MAX_COST + 1L));
    }
}
