package io.waybill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.testing.api.PostmanCollection;
import io.waybill.testing.api.RequestCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The files in docs/api that HTTP clients open are written from the examples in the API's description. That these are of
 * every operation there is, and of no other, each service's own tests hold against the description that its code makes.
 */
class RequestCollectionsTest {
    private static final Path ROOT = Path.of(System.getProperty("waybill.root"));

    private final RequestCollection commands = examples("command-side");
    private final RequestCollection queries = examples("query-side");
    private final RequestCollection operations = examples("projections").and(examples("sagas"));

    @Test
    void the_files_for_rest_clients_have_the_same_requests() throws IOException {
        assertWritten("commands.http", commands.http("Commands, in an order in which they work."));
        assertWritten("queries.http", queries.http("Queries."));
        assertWritten("operations.http", operations.http("For operators: projections and sagas."));
    }

    @Test
    void so_has_the_collection_for_postman_and_its_like() throws IOException {
        Map<String, RequestCollection> folders = new LinkedHashMap<>();
        folders.put("Commands", commands);
        folders.put("Queries", queries);
        folders.put("Operations", operations);

        assertWritten("waybill.postman_collection.json", PostmanCollection.of("Waybill", folders));
    }

    private static void assertWritten(String name, String now) throws IOException {
        Path file = ROOT.resolve("docs/api").resolve(name);
        if (Boolean.getBoolean("waybill.write")) {
            Files.writeString(file, now);
        }
        assertThat(file)
                .as("to be written anew: ./mvnw test -pl infra/standalone -am -Dtest=RequestCollectionsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dwaybill.write=true")
                .hasContent(now);
    }

    private static RequestCollection examples(String service) {
        return RequestCollection.of(ROOT.resolve(service + "/src/main/resources/openapi/" + service + ".json"));
    }
}
