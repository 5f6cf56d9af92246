package io.waybill.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ConfigurableApplicationContext;

/** A test class's own shop on a port of its own. */
abstract class RunningShop {
    private static ConfigurableApplicationContext shop;
    static Http http;

    @BeforeAll
    static void open() {
        shop = Shop.start(Map.of());
        http = new Http(shop);
    }

    @AfterAll
    static void close() {
        http.close();
        shop.close();
    }

    static void assertProblem(HttpResponse<String> answer, int status, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
        assertThat(JsonPath.<String>read(answer.body(), "$.reason")).isEqualTo(reason);
        assertThat(JsonPath.<String>read(answer.body(), "$.type"))
                .isEqualTo(
                        "urn:waybill:problem:" + reason.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(JsonPath.<String>read(answer.body(), "$.title")).isNotBlank();
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isNotBlank();
    }

    static void assertFault(HttpResponse<String> answer, int status, String reason, String pointer, String detail) {
        assertProblem(answer, status, reason);
        assertThat(answer.body()).contains("{\"pointer\":\"" + pointer + "\",\"detail\":\"" + detail);
    }
}
