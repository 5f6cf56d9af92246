package io.waybill.query.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A value that stands in answers only. */
final class Shown implements Coercing<Object, Object> {
    private static final String NO_ARGUMENT = "This stands in answers only, and is no argument.";

    private final UnaryOperator<Object> shown;

    Shown(UnaryOperator<Object> shown) {
        this.shown = shown;
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return shown.apply(value);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        throw new CoercingParseValueException(NO_ARGUMENT);
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        throw new CoercingParseLiteralException(NO_ARGUMENT);
    }
}
