package io.waybill.query.graphql;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import org.joda.money.BigMoneyProvider;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Controller;

/** The values of the schema that are no objects, and money. */
@Controller
class Scalars implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.scalar(scalar("DateTime", new DateTimes()))
                .scalar(scalar(
                        "Decimal",
                        new Shown(value ->
                                value instanceof BigDecimal number ? number.toPlainString() : value.toString())))
                .scalar(scalar("JSON", new Shown(value -> value)));
    }

    @SchemaMapping(typeName = "Money", field = "currency")
    String currency(BigMoneyProvider money) {
        return money.toBigMoney().getCurrencyUnit().getCode();
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> values) {
        return GraphQLScalarType.newScalar().name(name).coercing(values).build();
    }
}
