package io.waybill.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                " \"7\" ",
                "\"3\", \"7\"",
                "\"3\",\"7\",",
                ",, \"7\"",
                "W/\"3\", \"7\"",
                "\"a,b\",\"7\"",
                "\"7-0123456789abcdef\"",
                "*",
                " * "
            })
    void a_version_that_the_client_knows_is_allowed(String header) {
        assertThat(IfMatch.of(header).allows(Optional.of(7L))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"8\"",
                "\"77\"",
                "\"07\"",
                "\"\"",
                "\"abc\"",
                "\"7,\"",
                "\"77-0123456789abcdef\"",
                "\"-7\"",
                "\"6\", \"8\""
            })
    void any_other_is_not(String header) {
        assertThat(IfMatch.of(header).allows(Optional.of(7L))).isFalse();
    }

    @Test
    void comparison_is_strong() {
        assertThat(IfMatch.of("W/\"7\"").allows(Optional.of(7L))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"0\""})
    void what_does_not_exist_matches_nothing(String header) {
        assertThat(IfMatch.of(header).allows(Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "7",
                "\"7",
                "7\"",
                "\"7\" \"8\"",
                "\"7 8\"",
                "\"7\";",
                "w/\"7\"",
                "*, \"7\"",
                "\"7\", *"
            })
    void what_is_not_in_the_headers_grammar_is_refused(String header) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> IfMatch.of(header))
                .returns("INVALID_ENTITY_TAG", ApiProblem::reason)
                .satisfies(problem -> assertThat(problem.status().value()).isEqualTo(400));
    }
}
