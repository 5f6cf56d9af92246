package io.waybill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.call.ExitCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
    private final PretendWaybill waybill = new PretendWaybill();
    private final Shell shell = new Shell();

    @AfterEach
    void stop() {
        waybill.close();
    }

    @Test
    void what_is_as_it_must_be_is_said_to_row_by_row() {
        assertThat(verify()).as(shell.err()).isZero();

        assertThat(shell.out().lines())
                .containsExactly(
                        "              events/rows  checksum                     time  result",
                        "store               1,000  -42                         1.5 s  as it must be (7 aggregates)",
                        "topic               1,000  -42                         1.5 s  as it must be",
                        "ordersummary          911  42                          0.2 s  as it must be",
                        "stocklevel            911  42                          0.2 s  as it must be",
                        "All is as it must be.");
        assertThat(waybill.verified).containsExactly("ordersummary upTo=1000", "stocklevel upTo=1000");
    }

    @Test
    void a_difference_is_a_failure_with_its_first_examples() {
        waybill.differences = "{\"kind\":\"missing in the view\",\"count\":12,\"examples\":[\"a, b\"]}";

        assertThat(verify()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);

        assertThat(shell.out())
                .contains(
                        "NOT as it must be", "    12 missing in the view: a, b; …", "2 of 4 are NOT as they must be.");
    }

    @Test
    void what_could_not_be_compared_is_a_failure_and_the_rest_is_compared() {
        waybill.endOfLog = "{\"failed\":\"Kafka gave nothing for 30 s\"}";

        assertThat(verify()).isEqualTo(ExitCodes.NOT_AS_IT_SHOULD_BE);

        assertThat(shell.out()).contains("1 not compared: Kafka gave nothing for 30 s", "stocklevel");
    }

    @Test
    void an_answer_that_is_broken_off_is_no_result() {
        waybill.endOfLog = "";

        assertThat(verify()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(shell.err()).contains("broke off in the middle");
    }

    @Test
    void programs_get_json() {
        assertThat(verify("--json")).isZero();

        JsonNode result = new JsonMapper().readTree(shell.out());
        assertThat(result.path("clean").asBoolean()).isTrue();
        assertThat(result.at("/checks/0/subject").asString()).isEqualTo("store");
        assertThat(result.at("/checks/0/count").asLong()).isEqualTo(1_000);
        assertThat(result.path("checks")).hasSize(4);
    }

    @Test
    void the_topic_is_filled_again_before_all_is_compared() {
        assertThat(verify("--repair", "topic")).as(shell.err()).isZero();

        assertThat(waybill.refills).hasValue(1);
        assertThat(shell.err()).contains("topic     1,000 of 1,000");
        assertThat(shell.out()).contains("All is as it must be.");
    }

    @Test
    void a_view_is_rebuilt_before_all_is_compared() {
        assertThat(verify("--repair", "stocklevel")).isZero();

        assertThat(waybill.rebuilds).containsExactly("stocklevel");
        assertThat(shell.out()).contains("All is as it must be.");
    }

    @Test
    void what_cannot_be_repaired_is_told_what_can() {
        assertThat(verify("--repair", "store")).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(shell.err().strip())
                .isEqualTo("There is no store to repair; there are topic, ordersummary, stocklevel.");
    }

    @Test
    void a_waybill_that_is_not_there_is_said_to_be_so() {
        waybill.close();

        assertThat(verify()).isEqualTo(ExitCodes.UNREACHABLE);
        assertThat(shell.err()).contains("does not answer");
    }

    private int verify(String... options) {
        Object[] all = new Object[options.length + 1];
        all[0] = "--url=" + waybill.url();
        System.arraycopy(options, 0, all, 1, options.length);
        return shell.run(new VerifyCommand(), all);
    }
}
