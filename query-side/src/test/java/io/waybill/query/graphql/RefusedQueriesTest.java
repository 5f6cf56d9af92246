package io.waybill.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.projection.Answer;
import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

@RealServers(Server.POSTGRES)
class RefusedQueriesTest {
    private static final String ID = "01a1fc0f-10f5-780c-89bd-8d39da5baff4";
    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onTables("ordersummary", "fulfilment", "customer", "product", "audit");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_query_that_is_nested_50_deep_is_refused() {
        String query = "{ __type(name: \"Order\") { " + "ofType { ".repeat(49) + "name" + " }".repeat(51);

        assertRefused(Asked.ask(service, query), "QUERY_TOO_LARGE", "nested 51 fields deep");
    }

    @Test
    void a_query_for_too_much_is_refused_before_anything_is_read() {
        assertRefused(Asked.ask(service, """
                        { orders(first: 100) { edges { node { history(first: 100) { name actor command payload } } } } }
                        """), "QUERY_TOO_LARGE", "more than 20000 fields");
    }

    @Test
    void a_page_of_ten_million_is_refused() {
        assertRefused(
                Asked.ask(service, "{ orders(first: 10000000) { edges { cursor } } }"),
                "QUERY_TOO_LARGE",
                "more than 20000 fields");
    }

    @Test
    void a_query_for_many_lists_at_once_is_refused() {
        StringBuilder query = new StringBuilder("{ ");
        for (int i = 0; i <= QueryLimits.MAX_COST / QueryLimits.READ_COST; i++) {
            query.append("a").append(i).append(": orders(first: 1) { edges { cursor } } ");
        }
        assertRefused(Asked.ask(service, query + "}"), "QUERY_TOO_LARGE", "each query as 400");
    }

    @Test
    void a_query_that_is_too_long_is_refused() {
        String query = "{ " + "a: __typename ".repeat(QueryLimits.MAX_TOKENS) + "}";

        assertRefused(Asked.ask(service, query), "MALFORMED_QUERY", "tokens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { order(id: "7") { status } }                                 | INVALID_PARAMETER | id
            { orders(first: 101) { edges { cursor } } }                   | INVALID_PARAMETER | first
            { orders(first: 0) { edges { cursor } } }                     | INVALID_PARAMETER | first
            { orders(after: "abc") { edges { cursor } } }                 | INVALID_PARAMETER | after
            { orders(filter: {customer: "a\\u0000"}) { edges { cursor } } } | INVALID_PARAMETER | customer
            { orders(filter: {placedFrom: "1400-01-01T00:00:00Z"}) { edges { cursor } } } | INVALID_PARAMETER | placedFrom
            { orders(sort: ORDERED_AT, filter: {placedFrom: "2026-01-01T00:00:00Z"}) { edges { cursor } } } | INVALID_PARAMETER | sort
            { product(sku: "") { name } }                                 | INVALID_PARAMETER | sku
            """)
    void an_argument_that_is_out_of_bounds_is_named(String query, String reason, String argument) {
        Answer answer = Asked.ask(service, query);

        assertRefused(answer, reason, "parameter");
        assertThat(answer.list("$.errors[0].extensions.errors[*].parameter")).containsExactly(argument);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { orders(filter: {status: LOST}) { edges { cursor } } }       | INVALID_QUERY
            { orders(filter: {colour: "red"}) { edges { cursor } } }      | INVALID_QUERY
            { orders(filter: {placedTo: "soon"}) { edges { cursor } } }   | INVALID_QUERY
            { orders(first: 99999999999) { edges { cursor } } }           | INVALID_QUERY
            { order { status } }                                          | INVALID_QUERY
            { order(id: "7") { colour } }                                 | INVALID_QUERY
            { order(id: "7"                                               | MALFORMED_QUERY
            mutation { pay }                                              | INVALID_QUERY
            """)
    void what_the_schema_does_not_have_is_refused(String query, String reason) {
        assertRefused(Asked.ask(service, query), reason, "");
    }

    @Test
    void a_subscription_is_answered_with_events_only() {
        assertRefused(
                Asked.ask(service, "subscription { order(id: \"" + ID + "\") { status } }"),
                "INVALID_PARAMETER",
                "parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{}", "{\"query\":7}"})
    void a_body_that_is_no_request_is_a_problem(String body) {
        Answer answer = service.post("/graphql", body);

        assertThat(answer.status().is4xxClientError())
                .as(answer.status() + " " + answer.body())
                .isTrue();
    }

    @Test
    void tools_can_ask_for_the_schema() {
        Answer answer = Asked.ask(service, """
                { __schema { types { name fields(includeDeprecated: true) { name args { name type { kind name ofType {
                  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
                  ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } } } } } } }
                """);

        assertThat(answer.body()).doesNotContain("\"errors\"");
        assertThat(answer.list("$.data.__schema.types[*].name")).contains("Order", "OrderConnection", "PageInfo");
    }

    private static void assertRefused(Answer answer, String reason, String message) {
        assertThat(answer.status()).isEqualTo(HttpStatus.OK);
        assertThat(answer.list("$.errors[*].extensions.reason"))
                .as(answer.body())
                .contains(reason);
        assertThat(answer.read("$.errors[0].message").toString()).contains(message);
    }
}
