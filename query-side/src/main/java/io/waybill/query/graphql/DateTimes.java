package io.waybill.query.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 writes them: asked for with any offset, and told in UTC. */
final class DateTimes implements Coercing<Instant, String> {
    private static final String NO_TIME = "This must be a time with its offset, such as 2026-01-31T09:30:00Z.";

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public Instant parseValue(Object input, GraphQLContext context, Locale locale) {
        return time(input).orElseThrow(() -> new CoercingParseValueException(NO_TIME));
    }

    @Override
    public Instant parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return Optional.of(input)
                .filter(StringValue.class::isInstance)
                .flatMap(text -> time(((StringValue) text).getValue()))
                .orElseThrow(() -> new CoercingParseLiteralException(NO_TIME));
    }

    private static Optional<Instant> time(@Nullable Object input) {
        try {
            return Optional.of(OffsetDateTime.parse(String.valueOf(input)).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
