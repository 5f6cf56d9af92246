package io.waybill.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product, started and used as a visitor does, and treated as badly as a machine can treat it. */
final class LocalRunTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @RegisterExtension
    final TestHome at = new TestHome();

    private final Terminal terminal = new Terminal();
    private final int port = TestHome.freePort();

    @Test
    void an_order_goes_its_way_and_outlives_every_crash() throws Exception {
        up();
        String order = asPrinted(terminal.printed());
        await().atMost(PATIENCE).until(() -> status(order).equals("CONFIRMED"));
        // A service that finds a server slow says for a moment that it is not ready.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(terminal.call("status"))
                        .as(terminal.printed())
                        .isZero());
        assertThat(terminal.printed())
                .contains("gateway")
                .contains("PostgreSQL")
                .contains("memory")
                .contains("start");

        List<ProcessHandle> crashed = everything();
        crashed.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> crashed.stream().noneMatch(ProcessHandle::isAlive));
        up();
        await().atMost(PATIENCE).until(() -> status(order).equals("CONFIRMED"));

        List<ProcessHandle> left = everything();
        at.home().supervisor().process().orElseThrow().destroyForcibly();
        assertThat(terminal.call("down")).isZero();
        await().atMost(PATIENCE).until(() -> left.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void up() {
        assertThat(terminal.call("up", "--detach", "--port", Integer.toString(port)))
                .as(terminal.printed())
                .isZero();
        assertThat(terminal.printed()).contains("Waybill is ready at http://localhost:" + port);
    }

    /** Types the three lines that {@code up} has printed, and returns the order's id. */
    private static String asPrinted(String printed) throws IOException, InterruptedException {
        List<String> lines = printed.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl") && line.contains("-d"))
                .toList();
        assertThat(lines).as(printed).hasSize(3);
        JsonNode answer = JsonMapper.shared().nullNode();
        for (String line : lines) {
            answer = shell(line);
            assertThat(answer.path("version").isInt())
                    .as(line + " answered " + answer)
                    .isTrue();
        }
        return answer.path("orderId").asString();
    }

    private String status(String order) throws IOException, InterruptedException {
        return shell("curl -sS http://localhost:" + port + "/api/v1/orders/" + order)
                .path("status")
                .asString("");
    }

    private static JsonNode shell(String line) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", line).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(line).isZero();
        return JsonMapper.shared().readTree(answer);
    }

    /** The supervisor and its servers, with their children. */
    private List<ProcessHandle> everything() {
        return Stream.concat(
                        at.home().supervisor().process().stream(),
                        Stream.of(OwnedServer.values()).flatMap(server -> server.pidFile(at.home()).process().stream()))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .distinct()
                .toList();
    }
}
