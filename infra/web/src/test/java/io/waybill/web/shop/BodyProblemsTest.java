package io.waybill.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyProblemsTest extends RunningShop {
    private static final String GOOD_LINE = "{\"sku\":\"A\",\"quantity\":1}";

    @Test
    void a_good_body_comes_back_as_it_went() {
        String body = """
                {"lines":[{"sku":"A","quantity":3,"unitPrice":{"amount":"0.0010","currency":"GBP"}}],"at":"2026-01-31T09:30:00Z","total":{"amount":"12.30","currency":"GBP"},"colour":"RED","code":"abc","extras":{"x":1}}""";

        var answer = http.post("/shop/baskets", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"amount\":\"0.0010\"", "\"amount\":\"12.30\"", "\"at\":\"2026-01-31T09:30:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"lines\":[}", "nonsense", "{\"at\":null,\"at\":null}", "{} {}", ""})
    void what_is_not_one_json_document_is_malformed(String body) {
        assertProblem(http.post("/shop/baskets", body), 400, "MALFORMED_JSON");
    }

    @Test
    void a_problem_has_the_members_of_its_standard_in_their_order() {
        var answer = http.post("/shop/baskets", "{\"lines\":[]}");

        assertThat(answer.body()).isEqualTo("""
                        {"type":"urn:waybill:problem:invalid-field","title":"Invalid field","status":422,\
                        "detail":"One field of the body is not acceptable.","instance":"/shop/baskets",\
                        "reason":"INVALID_FIELD","errors":[{"pointer":"/lines","detail":"must not be empty"}]}""");
    }

    @Test
    void an_unknown_field_is_named_wherever_it_stands() {
        assertFault(
                http.post(
                        "/shop/baskets", "{\"lines\":[" + GOOD_LINE + ",{\"sku\":\"A\",\"quantity\":1,\"prise\":1}]}"),
                400,
                "UNKNOWN_FIELD",
                "/lines/1/prise",
                "is not known; known are quantity, sku, unitPrice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "5"                  | must be a whole number
                    5.0                  | must be a whole number
                    5.5                  | must be a whole number
                    true                 | must be a whole number
                    [5]                  | must be a whole number
                    {}                   | must be a whole number
                    99999999999          | must be a whole number of at most 2147483647
                    """)
    void a_quantity_is_never_bent_from_another_type(String value, String detail) {
        assertFault(
                http.post("/shop/baskets", "{\"lines\":[{\"sku\":\"A\",\"quantity\":" + value + "}]}"),
                400,
                "WRONG_TYPE",
                "/lines/0/quantity",
                detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "lines":[{"sku":5}]         | /lines/0/sku   | must be a text
                    "lines":[{"sku":true}]      | /lines/0/sku   | must be a text
                    "lines":{}                  | /lines         | must be a list
                    "lines":[3]                 | /lines/0       | must be an object
                    "colour":"BLUE"             | /colour        | must be one of RED, GREEN
                    "colour":0                  | /colour        | must be one of RED, GREEN
                    "at":5                      | /at            | must be a time
                    "total":"5 GBP"             | /total         | must be an object
                    "total":{"amount":true,"currency":"GBP"} | /total/amount | must be a number
                    """)
    void a_wrong_type_is_named_with_its_field(String field, String pointer, String detail) {
        assertFault(http.post("/shop/baskets", "{" + field + "}"), 400, "WRONG_TYPE", pointer, detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "total":{"amount":"1.234","currency":"GBP"} | /total/amount   | must have at most 2 decimals in GBP
                    "total":{"amount":"1.5","currency":"JPY"}   | /total/amount   | must have at most 0 decimals in JPY
                    "total":{"amount":"1","currency":"ZZZ"}     | /total/currency | must be a currency code
                    "total":{"amount":"1"}                      | /total/currency | is missing
                    "total":{"currency":"GBP"}                  | /total/amount   | is missing
                    "total":{"amount":"much","currency":"GBP"}  | /total/amount   | must be a decimal number
                    "total":{"amount":1e999999999,"currency":"GBP"}     | /total/amount | must have at most 15 digits
                    "total":{"amount":"1e-999999999","currency":"GBP"}  | /total/amount | must have at most 15 digits
                    "at":"yesterday"                            | /at             | must be a time with its offset
                    "at":"2026-01-31T09:30:00"                  | /at             | must be a time with its offset
                    "code":"abcd"                               | /code           | a code has three characters
                    """)
    void a_value_that_makes_no_sense_is_named_with_its_field(String field, String pointer, String detail) {
        assertFault(http.post("/shop/baskets", "{" + field + "}"), 422, "INVALID_FIELD", pointer, detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.30", "\"12.30\"", "\"12.3\"", "12.300"})
    void an_amount_may_be_text_or_number(String amount) {
        var answer = http.post(
                "/shop/baskets",
                "{\"lines\":[" + GOOD_LINE + "],\"total\":{\"amount\":" + amount + ",\"currency\":\"GBP\"}}");

        assertThat(answer.body()).contains("\"total\":{\"amount\":\"12.30\",\"currency\":\"GBP\"}");
    }

    @Test
    void every_missing_or_invalid_field_is_named() {
        var answer = http.post(
                "/shop/baskets",
                "{\"lines\":[" + GOOD_LINE + ",{\"quantity\":-1},{\"sku\":\"A\"}],\"extras\":{\"a/b\":0}}");

        assertProblem(answer, 422, "INVALID_FIELD");
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].pointer"))
                .containsExactly("/extras/a~1b", "/lines/1/quantity", "/lines/1/sku", "/lines/2/quantity");
    }

    @Test
    void a_thousand_wrong_lines_are_told_of_the_first_fifty() {
        var answer =
                http.post("/shop/baskets", "{\"lines\":[" + String.join(",", Collections.nCopies(600, "{}")) + "]}");

        assertProblem(answer, 422, "INVALID_FIELD");
        assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].pointer"))
                .hasSize(50);
        assertThat(answer.body()).contains("1200 fields");
    }
}
