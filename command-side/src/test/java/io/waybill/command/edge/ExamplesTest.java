package io.waybill.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
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

/** The examples in the API's description and in docs/api work as they are printed, one after the other. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class ExamplesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final RequestCollection COLLECTION = RequestCollection.of(
            Path.of(System.getProperty("waybill.root"), "command-side/src/main/resources/openapi/command-side.json"));

    private static RunningCommandSide service;
    private static String address;

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        address = "http://127.0.0.1:" + service.context.getEnvironment().getProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        service.close();
        CLIENT.close();
    }

    @Test
    void every_operation_has_an_example_and_no_example_is_of_anything_else() {
        assertThat(COLLECTION.operations())
                .isEqualTo(new Refusals(CLIENT, address).document().operations());
    }

    @Test
    void each_works_after_those_before_it() {
        assertThat(new Walkthrough(CLIENT, address).failures(COLLECTION)).isEmpty();
    }
}
