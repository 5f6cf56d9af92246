package io.waybill.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    @Test
    void a_tag_is_a_version_in_quotes() {
        assertThat(new EntityTag(7)).hasToString("\"7\"");
    }

    @Test
    void a_tag_of_more_than_an_entity_begins_with_the_version_and_is_another_for_another_content() {
        String tag = EntityTag.of(7, new byte[] {1});

        assertThat(tag).matches("\"7-[0-9a-f]{16}\"").isEqualTo(EntityTag.of(7, new byte[] {1}));
        assertThat(tag).isNotEqualTo(EntityTag.of(7, new byte[] {2}));
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
