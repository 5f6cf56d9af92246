package io.waybill.projection.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldHashesTest {
    private static final List<String> FIELDS = List.of("a", "b");
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a": 1, "b": "x"}                        | {"b": "x", "a": 1}
                    {"a": {"c": 1, "d": [{"e": 1, "f": 2}]}}  | {"a": {"d": [{"f": 2, "e": 1}], "c": 1}}
                    {"a": 1}                                  | {"a": 1, "b": null}
                    {"a": {"c": 1}}                           | {"a": {"c": 1, "d": null}}
                    {"a": 1}                                  | {"a": 1, "another": "field"}
                    """)
    void these_say_the_same(String one, String other) throws JsonProcessingException {
        assertThat(hash(one)).isEqualTo(hash(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a": 1}                          | {"a": 2}
                    {"a": 1}                          | {"a": "1"}
                    {"a": true}                       | {"a": "true"}
                    {"a": 1}                          | {"b": 1}
                    {"a": 1, "b": 2}                  | {"a": 2, "b": 1}
                    {"a": [1, 2]}                     | {"a": [2, 1]}
                    {"a": [1]}                        | {"a": 1}
                    {"a": []}                         | {}
                    {"a": {}}                         | {}
                    {"a": {}}                         | {"a": []}
                    {"a": {"c": 1, "d": 2}}           | {"a": {"c": 2, "d": 1}}
                    {"a": [{"c": 1}, {"c": 2}]}       | {"a": [{"c": 2}, {"c": 1}]}
                    {"a": [[1], [2]]}                 | {"a": [[1, 2]]}
                    {"a": "ab"}                       | {"a": "ba"}
                    {"a": "Aa"}                       | {"a": "BB"}
                    {"a": ""}                         | {"a": null}
                    """)
    void these_do_not(String one, String other) throws JsonProcessingException {
        assertThat(hash(one)).isNotEqualTo(hash(other));
    }

    @Test
    void what_was_read_stands_between_what_was_read_before_and_after() throws JsonProcessingException {
        FieldHashes[] three = json.readValue("""
                [{"a": {"c": [1, {}]}}, {"a": 2}, {"a": {"c": [1, {}]}}]""", FieldHashes[].class);

        assertThat(three).hasSize(3);
        assertThat(three[0].of(FIELDS)).isEqualTo(three[2].of(FIELDS)).isNotEqualTo(three[1].of(FIELDS));
    }

    private long hash(String document) throws JsonProcessingException {
        return json.readValue(document, FieldHashes.class).of(FIELDS);
    }
}
