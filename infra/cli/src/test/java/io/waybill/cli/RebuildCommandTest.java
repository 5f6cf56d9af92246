package io.waybill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuildCommandTest {
    private final PretendWaybill waybill = new PretendWaybill();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        waybill.close();
    }

    @Test
    void a_rebuilt_view_that_equals_the_old_one_is_said_to() {
        assertThat(rebuild("ordersummary")).as(shell.err.toString()).isZero();

        assertThat(waybill.rebuilds).containsExactly("ordersummary");
        assertThat(shell.err.toString()).contains("events    3 of 3");
        assertThat(shell.out.toString())
                .contains("before          911 rows, checksum 42", "after           911 rows, checksum 42", "equal");
    }

    @Test
    void a_rebuilt_view_that_differs_is_a_failure() {
        waybill.rebuildEnd = "\"same\":false,\"rowsAfter\":910,\"checksumAfter\":\"43\"";

        assertThat(rebuild("ordersummary")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out.toString()).contains("910 rows, checksum 43", "NOT equal");
    }

    @Test
    void where_other_events_came_in_between_nothing_is_claimed() {
        waybill.rebuildEnd = "\"rowsAfter\":912,\"checksumAfter\":\"43\"";

        assertThat(rebuild("ordersummary")).isZero();
        assertThat(shell.out.toString()).contains("cannot be compared");
    }

    @Test
    void a_rebuild_that_failed_says_why() {
        waybill.rebuildEnd = "\"state\":\"FAILED\",\"detail\":\"it did not catch up\"";

        assertThat(rebuild("ordersummary")).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);
        assertThat(shell.out.toString()).contains("not rebuilt: it did not catch up");
    }

    @Test
    void an_unknown_name_is_told_the_known_ones() {
        assertThat(rebuild("ordersumary")).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(shell.err.toString().strip())
                .isEqualTo("There is no projection ordersumary; there are ordersummary, stocklevel.");
        assertThat(waybill.rebuilds).isEmpty();
    }

    private int rebuild(String name) {
        return shell.run(new RebuildCommand(), name, "--url", waybill.url());
    }
}
