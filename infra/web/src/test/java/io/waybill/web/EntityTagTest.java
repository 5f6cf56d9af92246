package io.waybill.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    @Test
    void a_tag_is_a_version_in_quotes_and_back() {
        assertThat(new EntityTag(7)).hasToString("\"7\"");
        assertThat(EntityTag.ofIfMatch(" \"7\" ")).isEqualTo(new EntityTag(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"\"", "\"-1\"", "W/\"7\"", "\"07\"", "*", "\"7\",\"8\"", "\"9999999999999999999\""})
    void what_is_not_one_of_our_tags_is_refused(String text) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> EntityTag.ofIfMatch(text))
                .returns("INVALID_ENTITY_TAG", ApiProblem::reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "\"3\", \"7\"", "*"})
    void a_client_that_has_the_version_need_not_get_it_again(String header) {
        assertThat(new EntityTag(7).isIn(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "\"8\"", "7", "\"77\""})
    void any_other_client_gets_it(String header) {
        assertThat(new EntityTag(7).isIn(header)).isFalse();
    }
}
