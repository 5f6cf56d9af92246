package io.waybill.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import io.waybill.gateway.Gateway;
import io.waybill.web.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class DocumentApiTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private HttpServer service;
    private ConfigurableApplicationContext gateway;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/openapi.json", exchange -> {
            byte[] part = "{\"paths\":{\"/api/v1/orders\":{\"get\":{}}},\"components\":{\"schemas\":{}}}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, part.length);
            exchange.getResponseBody().write(part);
            exchange.close();
        });
        service.start();
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        gateway = Service.start(
                Gateway.class,
                Gateway.NAME,
                Map.of(
                        "server.port", 0,
                        "waybill.gateway.command-side", address,
                        "waybill.gateway.query-side", address,
                        "waybill.gateway.projections", address,
                        "waybill.gateway.sagas", address));
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.stop(0);
    }

    @Test
    void one_document_describes_all_services() throws Exception {
        HttpResponse<String> answer = get("/api/v1/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).contains("\"openapi\":\"3.1.0\"", "/api/v1/orders");
    }

    @Test
    void the_bare_address_names_ways_that_lead_somewhere() throws Exception {
        HttpResponse<String> answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> ways = JsonPath.read(answer.body(), "$['documentation','health'][*]");
        assertThat(ways).contains("/docs", "/api/v1/openapi.json");
        for (String way : ways) {
            assertThat(get(way).statusCode()).as(way).isEqualTo(200);
        }
    }

    @Test
    void a_service_that_was_never_seen_is_a_problem() throws Exception {
        service.stop(0);
        assertThat(get("/api/v1/openapi.json").body()).contains("\"reason\":\"UPSTREAM_UNAVAILABLE\"");
    }

    @Test
    void a_service_that_went_away_is_described_as_it_was() throws Exception {
        String before = get("/api/v1/openapi.json").body();
        service.stop(0);

        assertThat(get("/api/v1/openapi.json").body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"/docs, /api/v1/openapi.json", "/graphiql, /graphql"})
    void each_page_and_all_that_it_needs_come_from_here(String path, String asked) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http://", "https://").contains("\"" + asked + "\"");
        for (String needed : Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList()) {
            assertThat(get(needed).statusCode()).as(needed).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port") + path);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
