package io.waybill.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of a server. */
final class ServerProcessTest {
    private static final String SERVES = "touch ready; exec sleep 600";

    @TempDir
    private Path folder;

    private Place place;
    private PidFile pidFile;

    @BeforeEach
    void a_place() {
        place = Place.below(folder, "script");
        place.createParents();
        pidFile = new PidFile(place.pidFile());
    }

    @Test
    void it_is_recorded_while_it_runs_and_gone_when_it_is_stopped() {
        ServerProcess server = ServerProcess.start(script(SERVES), this::ready);
        ProcessHandle process = pidFile.process().orElseThrow();
        assertThat(server.isRunning()).isTrue();
        server.stop();
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void one_that_ends_while_it_starts_is_reported_with_the_end_of_its_log() {
        assertThatThrownBy(() -> ServerProcess.start(script("echo the port is taken; exit 3"), this::ready))
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("Script ended with exit code 3 while it started.")
                .hasMessageEndingWith("script.log:\n  the port is taken");
        assertThat(pidFile.process()).isEmpty();
    }

    @Test
    void an_earlier_starts_output_is_not_reported() throws Exception {
        Files.writeString(place.log(), "from last week\n");
        assertThatThrownBy(() -> ServerProcess.start(script("exit 3"), this::ready))
                .message()
                .doesNotContain("from last week");
    }

    @Test
    void a_program_that_is_not_there_is_reported() {
        Launch missing =
                new Launch("Script", List.of("/no/such/program"), Map.of(), List.of(), Ending.TERMINATE, place);
        assertThatThrownBy(() -> ServerProcess.start(missing, this::ready))
                .isInstanceOf(ServerFailed.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void one_that_a_crash_has_left_behind_is_ended_before_the_next_start() {
        ServerProcess.start(script(SERVES), this::ready);
        ProcessHandle left = pidFile.process().orElseThrow();
        ServerProcess next = ServerProcess.start(script(SERVES), this::ready);
        assertThat(left.isAlive()).isFalse();
        assertThat(next.isRunning()).isTrue();
        next.stop();
    }

    @Test
    void its_children_go_with_it() {
        ServerProcess server = ServerProcess.start(script("sleep 600 & touch ready; wait"), this::ready);
        ProcessHandle parent = pidFile.process().orElseThrow();
        await().atMost(Duration.ofMinutes(1)).until(() -> parent.children().count() == 1);
        ProcessHandle child = parent.children().findFirst().orElseThrow();
        server.kill();
        assertThat(child.isAlive()).isFalse();
    }

    private boolean ready() {
        return Files.exists(place.data().resolve("ready"));
    }

    private Launch script(String script) {
        return new Launch("Script", List.of("sh", "-c", script), Map.of(), List.of(), Ending.TERMINATE, place);
    }
}
