package io.waybill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.cli.call.ExitCodes;
import io.waybill.servers.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands say about themselves. */
final class HelpTest {
    private final Terminal terminal = new Terminal();

    /** Each command, and those below it, but those that end or begin the local run, which take no examples. */
    static Stream<String> commands() {
        return below(Waybill.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())))
                .map(command -> command.getCommandSpec().qualifiedName().substring("waybill ".length()))
                .filter(name -> !name.matches("up|down|status|reset|help|segments"));
    }

    private static Stream<CommandLine> below(CommandLine parent) {
        return parent.getSubcommands().values().stream()
                .flatMap(command -> Stream.concat(Stream.of(command), below(command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_is_for_and_gives_an_example(String name) {
        String[] words = (name + " --help").split(" ");

        assertThat(terminal.call(words)).isZero();

        assertThat(terminal.printed()).startsWith("Usage: waybill " + name).contains("Examples", "waybill " + name);
    }

    @Test
    void the_commands_are_listed_with_what_they_end_with() {
        assertThat(terminal.call("--help")).isZero();

        assertThat(terminal.printed())
                .contains("projections", "rebuild", "dead-letters", "sagas", "audit", "completion", "Ends with", "130");
    }

    @Test
    void the_page_about_the_command_line_names_every_command_and_has_the_same_table() throws Exception {
        String page = Files.readString(Installation.find().root().resolve("docs/command-line.md"));
        Map<String, String> codes =
                CommandSpec.forAnnotatedObject(new ExitCodes()).usageMessage().exitCodeList();

        assertThat(codes).hasSize(6);
        codes.forEach((code, meaning) -> assertThat(page).contains("| " + code + " | " + meaning + " |"));
        assertThat(commands()).allSatisfy(name -> assertThat(page).contains(name));
    }

    @Test
    void a_shell_can_complete_commands_and_options() {
        assertThat(terminal.call("completion")).isZero();

        assertThat(terminal.printed()).contains("complete -F _complete_waybill", "dead-letters", "--throttle");
    }

    @Test
    void a_command_that_there_is_not_is_told_the_nearest() {
        assertThat(terminal.call("projection")).isEqualTo(ExitCodes.BAD_INPUT);

        assertThat(terminal.printed()).contains("projections");
    }
}
