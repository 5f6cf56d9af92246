package io.waybill.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.Refusals;
import io.waybill.testing.api.RequestCollection;
import io.waybill.testing.api.RequestCollection.Example;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The examples in the API's description and in docs/api work as they are printed, as far as they need nothing to be there. */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class ExamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("waybill.root"));
    private static final RequestCollection COLLECTION =
            RequestCollection.of(ROOT.resolve("query-side/src/main/resources/openapi/query-side.json"));

    private static RunningQuerySide service;
    private static Set<String> operations;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onSearch();
        service.tell();
        try (HttpClient client = HttpClient.newHttpClient()) {
            operations = new Refusals(client, service.address())
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
    void each_that_needs_nothing_works() {
        COLLECTION.examples().stream()
                .filter(example -> example.needs() == null && operations.contains(example.request()))
                .forEach(example -> assertThat(service.get(example.path()).status())
                        .as(example.path())
                        .isEqualTo(HttpStatus.OK));
    }

    @Test
    void the_collection_for_http_clients_has_the_same_requests() throws IOException {
        Path file = ROOT.resolve("docs/api/queries.http");
        String now = COLLECTION.http("Queries.");
        if (Boolean.getBoolean("waybill.write")) {
            Files.writeString(file, now);
        }

        assertThat(file).as("to be written anew with -Dwaybill.write=true").hasContent(now);
    }
}
