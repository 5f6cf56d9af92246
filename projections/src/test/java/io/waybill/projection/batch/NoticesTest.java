package io.waybill.projection.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NoticesTest {
    @Test
    void ids_are_told_together_as_long_as_a_notice_may_be() {
        List<String> ids = ids(400);

        List<String> notices = Notices.of(ids);

        assertThat(notices).hasSizeGreaterThan(1).allMatch(notice -> notice.length() <= Notices.MAX_LENGTH + 1);
        assertThat(notices.stream().flatMap(String::lines)).containsExactlyElementsOf(ids);
    }

    @Test
    void of_very_many_it_is_said_that_anything_may_have_changed_and_of_none_nothing() {
        assertThat(Notices.of(ids(Notices.MAX_IDS + 1))).containsExactly(Notices.ANYTHING);
        assertThat(Notices.of(List.of())).isEmpty();
    }

    private static List<String> ids(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    }
}
