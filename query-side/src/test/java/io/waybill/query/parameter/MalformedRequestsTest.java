package io.waybill.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.ApiDocument;
import io.waybill.testing.api.MalformedRequests;
import io.waybill.testing.api.Refusals;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the API's own description forbids is refused. New endpoints are covered by themselves. */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class MalformedRequestsTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static RunningQuerySide service;
    private static Refusals refusals;
    private static ApiDocument document;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onSearch();
        refusals = new Refusals(CLIENT, service.address());
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
    void every_malformed_request_is_refused(ApiDocument.Endpoint endpoint) {
        assertThat(refusals.missing(MalformedRequests.to(endpoint, document))).isEmpty();
    }
}
