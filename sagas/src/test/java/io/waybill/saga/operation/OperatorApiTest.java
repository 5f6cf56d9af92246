package io.waybill.saga.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.saga.RunningSagas;
import io.waybill.saga.letter.TakenSteps;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.MalformedRequests;
import io.waybill.testing.api.Refusals;
import io.waybill.testing.api.RequestCollection;
import io.waybill.testing.api.Walkthrough;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' API as its own description has it: examples work, whatever is forbidden is refused and changes nothing. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class OperatorApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RequestCollection COLLECTION = RequestCollection.of(
            Path.of(System.getProperty("waybill.root"), "sagas/src/main/resources/openapi/sagas.json"));

    private static TakenSteps commandSide;
    private static RunningSagas service;
    private static Refusals refusals;
    private static ApiDocument document;

    @BeforeAll
    static void start() throws IOException {
        commandSide = new TakenSteps();
        service = new RunningSagas(
                TestServers.postgres().newDatabase(),
                TestServers.kafka().newTopicName(),
                commandSide.target(),
                Map.of());
        refusals = new Refusals(CLIENT, service.url());
        document = refusals.document();
    }

    @AfterAll
    static void stop() {
        service.close();
        commandSide.close();
        CLIENT.close();
    }

    static List<ApiDocument.Endpoint> endpoints() {
        return document.endpoints();
    }

    @Test
    void every_operation_has_an_example_and_no_example_is_of_anything_else() {
        assertThat(COLLECTION.operations()).isEqualTo(document.operations());
    }

    @Test
    void each_example_that_needs_nothing_works() {
        assertThat(new Walkthrough(CLIENT, service.url()).failures(COLLECTION)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void every_malformed_request_is_refused_and_changes_nothing(ApiDocument.Endpoint endpoint) {
        assertThat(refusals.missing(MalformedRequests.to(endpoint, document))).isEmpty();

        assertThat(commandSide.of("")).isEmpty();
        assertThat(count("scheduled_tasks")).isZero();
        assertThat(count("discarded_letter")).isZero();
    }

    private static long count(String table) {
        return service.database
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
