package io.waybill.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.command.RunningCommandSide;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every command of the public API, whoever adds it: keys, conditions, versions. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class EveryCommandTest {
    /** For each command a request that is done; what it needs is there, the product EXAMPLE and stock of it. */
    private static final Map<String, Example> EXAMPLES = Map.of(
            "POST /api/v1/products",
            new Example("/api/v1/products", """
                    {"sku":"new","name":"A new","price":{"amount":"1.00","currency":"GBP"}}"""),
            "POST /api/v1/stock/{sku}/{warehouse}/receipts",
            new Example("/api/v1/stock/example/main/receipts", "{\"quantity\":1}"),
            "POST /api/v1/orders",
            new Example("/api/v1/orders", """
                    {"shipTo":{"country":"Norway"},"lines":[{"sku":"example","quantity":1}],
                    "payment":{"cardToken":"tok_approve"}}"""));

    private static final Set<RequestMethod> SAFE =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS, RequestMethod.TRACE);

    private static RunningCommandSide service;

    private record Example(String path, String body) {}

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("EXAMPLE", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Every mapping that is not only for reading; those of operators ask for no command. */
    static Stream<String> commands() {
        return service
                .context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(EveryCommandTest::requests)
                .filter(request -> request.contains(" /api/v1/") && !request.contains(" /api/v1/operations"))
                .sorted();
    }

    private static Stream<String> requests(RequestMappingInfo mapping) {
        Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
        List<RequestMethod> methods = named.isEmpty() ? List.of(RequestMethod.values()) : List.copyOf(named);
        return methods.stream()
                .filter(method -> !SAFE.contains(method))
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void takes_a_key_and_a_condition_and_tells_its_version(String command) {
        Example example = EXAMPLES.get(command);
        assertThat(example)
                .as("a request to show that %s takes Idempotency-Key and If-Match", command)
                .isNotNull();
        long before = service.events();

        send(command, example, 412, "If-Match", "\"999\"");
        send(command, example, 400, "If-Match", "999");
        send(command, example, 400, "Idempotency-Key", "");
        assertThat(service.events()).as("events of refused commands").isEqualTo(before);

        var first = send(command, example, 201, "Idempotency-Key", command);
        long events = service.events();
        var second = send(command, example, 201, "Idempotency-Key", command, "If-Match", "\"999\"");

        assertThat(events).isGreaterThan(before);
        assertThat(service.events()).as("a repeated command has no effect").isEqualTo(events);
        assertThat(first.getResponseHeaders().getETag()).matches("\"\\d+\"");
        assertThat(second.getResponseBody()).isEqualTo(first.getResponseBody());
        assertThat(lasting(second)).isEqualTo(lasting(first));
    }

    private static EntityExchangeResult<byte[]> send(String command, Example example, int status, String... headers) {
        HttpMethod method = HttpMethod.valueOf(command.substring(0, command.indexOf(' ')));
        return service.send(method, example.path(), example.body(), headers)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    /** All headers but the moment of the answer. */
    private static HttpHeaders lasting(EntityExchangeResult<?> result) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(result.getResponseHeaders());
        headers.remove(HttpHeaders.DATE);
        return headers;
    }
}
