package io.waybill.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.Events;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.MalformedRequests;
import io.waybill.testing.api.Refusals;
import io.waybill.testing.api.RequestCollection;
import io.waybill.testing.api.Walkthrough;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' API as its own description has it: examples work, whatever is forbidden is refused and changes nothing. */
@RealServers({Server.POSTGRES, Server.KAFKA, Server.ELASTICSEARCH})
class OperatorApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RequestCollection COLLECTION = RequestCollection.of(
            Path.of(System.getProperty("waybill.root"), "projections/src/main/resources/openapi/projections.json"));

    private static TestLog log;
    private static RunningProjections service;
    private static Refusals refusals;
    private static ApiDocument document;

    @BeforeAll
    static void start() {
        log = new TestLog(Events.all());
        Story story = new Story();
        story.placed(Orders.hearts());
        log.append(story);
        service = new RunningProjections(log.topic);
        refusals = new Refusals(CLIENT, service.address());
        document = refusals.document();
    }

    @AfterAll
    static void stop() {
        service.close();
        log.close();
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
        assertThat(new Walkthrough(CLIENT, service.address()).failures(COLLECTION))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void every_malformed_request_is_refused_and_changes_nothing(ApiDocument.Endpoint endpoint) {
        long operations = service.count("operation");

        assertThat(refusals.missing(MalformedRequests.to(endpoint, document))).isEmpty();

        assertThat(service.count("operation")).isEqualTo(operations);
        assertThat(service.count("discarded_letter")).isZero();
    }
}
