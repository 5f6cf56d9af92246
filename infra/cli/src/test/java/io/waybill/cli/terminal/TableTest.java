package io.waybill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table TABLE = new Table(
                    Column.text("NAME"),
                    Column.number("COUNT"),
                    Column.text("CAUSE").shrinking(),
                    Column.text("SINCE").unneeded(),
                    Column.text("NOTE").unneeded())
            .row("ordersummary", 1_234_567, "a check was violated by what came", "2026-01-01", "")
            .row("audit", 7, "", "2026-12-31", "");

    @Test
    void numbers_stand_to_the_right_and_what_is_empty_everywhere_is_left_out() {
        assertThat(TABLE.text(Screen.NONE).lines())
                .containsExactly(
                        "NAME              COUNT  CAUSE                              SINCE",
                        "ordersummary  1,234,567  a check was violated by what came  2026-01-01",
                        "audit                 7                                     2026-12-31");
    }

    @Test
    void where_there_is_less_room_what_may_be_cut_is_cut() {
        assertThat(TABLE.text(screen(60)).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60))
                .contains("ordersummary  1,234,567  a check was violated b…  2026-01-01");
    }

    @Test
    void where_there_is_still_less_what_is_not_needed_is_left_out() {
        assertThat(TABLE.text(screen(40)).lines())
                .containsExactly(
                        "NAME              COUNT  CAUSE",
                        "ordersummary  1,234,567  a check was vi…",
                        "audit                 7");
    }

    @Test
    void what_cannot_be_cut_stays_whole_however_narrow_it_is() {
        assertThat(TABLE.text(screen(1))).contains("ordersummary  1,234,567  a check was…");
    }

    @Test
    void colours_take_no_room_and_are_only_where_they_are_wanted() {
        Table table = new Table(Column.number("N")).row(new Cell("7", Tone.BAD)).row("700");

        assertThat(table.text(new Screen(true, true, 80)).lines())
                .containsExactly("  \u001b[1mN\u001b[0m", "  \u001b[31m7\u001b[0m", "700");
        assertThat(table.text(screen(80)).lines()).containsExactly("  N", "  7", "700");
    }

    @Test
    void what_a_value_says_cannot_steer_the_terminal() {
        String text = new Table(Column.text("REASON"))
                .row("\u001b[2Jgone\r\nnext\u202e")
                .text(Screen.NONE);

        assertThat(text.lines()).containsExactly("REASON", "?[2Jgone next?");
    }

    @Test
    void a_row_of_another_length_is_a_mistake() {
        assertThatThrownBy(() -> new Table(Column.text("A")).row(1, 2)).hasMessage("2 cells for 1 columns");
    }

    @Test
    void there_is_colour_on_a_terminal_unless_somebody_does_not_want_it() {
        Map<String, String> terminal = Map.of("TERM", "xterm", "COLUMNS", "132");
        assertThat(Screen.of(true, terminal)).isEqualTo(new Screen(true, true, 132));
        assertThat(Screen.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))).isEqualTo(new Screen(true, false, 80));
        assertThat(Screen.of(true, Map.of("TERM", "dumb", "COLUMNS", "x"))).isEqualTo(new Screen(false, false, 80));
        assertThat(Screen.of(false, terminal)).isEqualTo(Screen.NONE);
    }

    @Test
    void a_text_takes_as_many_rows_as_it_wraps_to() {
        assertThat(screen(10).rows("1234567890\n12345678901\n\n\u001b[31mred\u001b[0m"))
                .isEqualTo(5);
    }

    @Test
    void a_sheet_has_its_values_below_each_other_and_nothing_for_what_is_not_known() {
        assertThat(new Sheet()
                        .add("state", "following")
                        .add("dead letters", "2")
                        .add("trouble", "")
                        .text(Screen.NONE)
                        .lines())
                .containsExactly("state         following", "dead letters  2");
    }

    private static Screen screen(int width) {
        return new Screen(true, false, width);
    }
}
