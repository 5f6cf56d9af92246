package io.waybill.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.MalformedRequest;
import io.waybill.testing.api.MalformedRequests;
import io.waybill.testing.api.Refusals;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the API's own description forbids is refused, and nothing is stored. New endpoints are covered by themselves. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class MalformedRequestsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static RunningCommandSide service;
    private static Refusals refusals;
    private static ApiDocument document;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG-1", 10);
        refusals = new Refusals(
                CLIENT, "http://127.0.0.1:" + service.context.getEnvironment().getProperty("local.server.port"));
        document = refusals.document();
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENT.close();
    }

    static List<ApiDocument.Endpoint> endpoints() {
        return document.endpoints();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void every_malformed_request_is_refused_and_stores_nothing(ApiDocument.Endpoint endpoint) {
        List<MalformedRequest> requests = MalformedRequests.to(endpoint, document);
        long events = service.events();

        assertThat(refusals.missing(requests)).isEmpty();

        assertThat(service.events()).isEqualTo(events);
    }
}
