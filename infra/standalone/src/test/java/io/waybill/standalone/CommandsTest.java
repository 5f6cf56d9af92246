package io.waybill.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.servers.PidFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the commands say and do while nothing runs, or only leftovers do. */
final class CommandsTest {
    @RegisterExtension
    final TestHome at = new TestHome();

    private final Terminal terminal = new Terminal();

    @Test
    void a_port_in_use_gets_one_line_and_nothing_is_started() throws Exception {
        int port = TestHome.freePort();
        try (ServerSocket other = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(terminal.call("up", "--detach", "--port", Integer.toString(port)))
                    .isEqualTo(1);
            assertThat(terminal.printed()).containsOnlyOnce("Port " + other.getLocalPort() + " is in use");
        }
        assertThat(at.home().folder().resolve("data")).doesNotExist();
    }

    @Test
    void a_port_that_leaves_no_room_for_the_others_is_refused() {
        assertThat(terminal.call("up", "--port", "65530")).isEqualTo(1);
        assertThat(terminal.printed()).isEqualTo("--port is a number from 1 to 65521, but was 65530.\n");
    }

    @Test
    void a_second_start_says_that_it_is_running() throws Exception {
        at.home().create();
        new RunState(4711, new PortPlan(8080), Duration.ofSeconds(20)).write(at.home());
        try (RunLock lock = RunLock.of(at.home())) {
            assertThat(lock.isHeld()).isTrue();
            assertThat(RunLock.holder(at.home()))
                    .startsWith("Waybill is already running at http://localhost:8080 (process 4711)");
        }
    }

    @Test
    void status_and_down_say_that_nothing_runs() {
        assertThat(terminal.call("status")).isEqualTo(1);
        assertThat(terminal.printed()).isEqualTo("Waybill is not running: ./waybill up starts it.\n");
        assertThat(terminal.call("down")).isZero();
        assertThat(terminal.printed()).isEqualTo("Waybill is not running.\n");
    }

    @Test
    void down_ends_a_server_whose_supervisor_is_gone() throws Exception {
        at.home().create();
        Process left = new ProcessBuilder("sleep", "600").start();
        PidFile file = OwnedServer.KAFKA.pidFile(at.home());
        file.write(left.toHandle());
        assertThat(terminal.call("down")).isZero();
        assertThat(terminal.printed()).isEqualTo("Kafka was left behind, and has been ended.\n");
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void reset_deletes_everything_after_a_yes() throws Exception {
        at.home().create();
        Files.writeString(at.home().credentials(), "secret");
        assertThat(answering("n\n", "reset")).isEqualTo(1);
        assertThat(at.home().credentials()).exists();
        assertThat(answering("y\n", "reset")).isZero();
        assertThat(at.home().folder()).doesNotExist();
        assertThat(terminal.call("reset", "--yes")).isZero();
        assertThat(terminal.printed()).isEqualTo("There is nothing to delete.\n");
    }

    private int answering(String typed, String command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return terminal.call(command);
        } finally {
            System.setIn(before);
        }
    }
}
