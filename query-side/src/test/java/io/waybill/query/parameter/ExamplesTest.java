package io.waybill.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.RunningQuerySide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.api.Refusals;
import io.waybill.testing.api.RequestCollection;
import io.waybill.testing.api.Walkthrough;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples in the API's description and in docs/api work as they are printed, as far as they need nothing to be there. */
@RealServers({Server.POSTGRES, Server.ELASTICSEARCH})
class ExamplesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RequestCollection COLLECTION = RequestCollection.of(
            Path.of(System.getProperty("waybill.root"), "query-side/src/main/resources/openapi/query-side.json"));

    private static RunningQuerySide service;

    @BeforeAll
    static void start() {
        service = RunningQuerySide.onSearch();
        service.tell();
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENT.close();
    }

    @Test
    void every_operation_has_an_example_and_no_example_is_of_anything_else() {
        assertThat(COLLECTION.operations())
                .isEqualTo(new Refusals(CLIENT, service.address()).document().operations());
    }

    @Test
    void each_that_needs_nothing_works() {
        assertThat(new Walkthrough(CLIENT, service.address()).failures(COLLECTION))
                .isEmpty();
    }
}
