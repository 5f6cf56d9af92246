package io.waybill.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.Refusals;
import io.waybill.testing.api.RequestCollection;
import io.waybill.testing.api.RequestCollection.Example;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

/** The examples in the API's description and in docs/api work as they are printed, one after the other. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class ExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("waybill.root"));
    private static final RequestCollection COLLECTION =
            RequestCollection.of(ROOT.resolve("command-side/src/main/resources/openapi/command-side.json"));

    private static RunningCommandSide service;
    private static Set<String> operations;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        String address = "http://127.0.0.1:" + service.context.getEnvironment().getProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            operations = new Refusals(client, address)
                    .document().endpoints().stream()
                            .map(ApiDocument.Endpoint::toString)
                            .collect(Collectors.toSet());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_operation_has_an_example() {
        assertThat(operations)
                .isSubsetOf(COLLECTION.examples().stream().map(Example::request).toList());
    }

    @Test
    void each_works_after_those_before_it() {
        Map<String, String> kept = new HashMap<>();
        for (Example example : runnable()) {
            EntityExchangeResult<byte[]> answer = service.send(
                            HttpMethod.valueOf(example.method()),
                            filled(example.path(), kept),
                            filled(example.json(), kept))
                    .expectBody()
                    .returnResult();
            String body = new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
            assertThat(answer.getStatus().is2xxSuccessful())
                    .as(example.name() + ": " + body)
                    .isTrue();
            if (example.keep() != null) {
                example.keep().forEach((name, field) -> kept.put(name, JsonPath.read(body, "$." + field)));
            }
        }
    }

    @Test
    void the_collection_for_http_clients_has_the_same_requests() throws IOException {
        Path file = ROOT.resolve("docs/api/commands.http");
        String now = COLLECTION.http("Commands, in an order in which they work.");
        if (Boolean.getBoolean("waybill.write")) {
            Files.writeString(file, now);
        }

        assertThat(file).as("to be written anew with -Dwaybill.write=true").hasContent(now);
    }

    /** What no other service has to do with. */
    private static List<Example> runnable() {
        return COLLECTION.examples().stream()
                .filter(example -> example.needs() == null && operations.contains(example.request()))
                .toList();
    }

    private static String filled(String text, Map<String, String> kept) {
        String filled = text;
        for (Map.Entry<String, String> each : kept.entrySet()) {
            filled = filled.replace("{{" + each.getKey() + "}}", each.getValue());
        }
        return filled;
    }
}
