package io.waybill.saga.fulfilment.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotesTest {
    private static final int MOST = 100;

    @Test
    void the_same_is_told_once() {
        assertThat(Notes.NONE.trouble("no").undone("it").trouble("no").undone("it"))
                .isEqualTo(Notes.NONE.trouble("no").undone("it"));
    }

    @Test
    void what_comes_after_a_hundred_is_not_kept() {
        Notes notes = Notes.NONE;
        for (int number = 1; number <= MOST + 1; number++) {
            notes = notes.trouble("no " + number);
        }

        assertThat(notes.troubles()).hasSize(MOST).endsWith("no " + MOST);
    }
}
