package io.waybill.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestProblemsTest extends RunningShop {
    private static final int MIB = 1 << 20;

    @Test
    void an_unknown_path_is_not_found() {
        assertProblem(http.get("/nowhere"), 404, "NOT_FOUND");
        assertProblem(http.get("/error"), 404, "NOT_FOUND");
    }

    @Test
    void a_client_that_wants_no_json_gets_its_problems_all_the_same() {
        assertProblem(http.get("/nowhere", "Accept", "text/csv"), 404, "NOT_FOUND");
        assertProblem(http.get("/shop/thread", "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        var answer = http.send("DELETE", "/shop/baskets", BodyPublishers.noBody());

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    }

    @Test
    void a_body_that_is_not_json_is_refused_by_its_media_type() {
        assertProblem(
                http.send("POST", "/shop/baskets", BodyPublishers.ofString("a=b"), "Content-Type", "text/plain"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /shop/baskets                       | limit  | is missing
                    /shop/baskets?limit=many            | limit  | must be a whole number
                    /shop/baskets?limit=                | limit  | must be a whole number
                    /shop/baskets?limit=0               | limit  | must be greater than or equal to 1
                    /shop/baskets?limit=5&colour=BLUE   | colour | must be one of RED, GREEN
                    /shop/baskets/7                     | id     | must be a UUID
                    """)
    void a_wrong_parameter_is_named(String path, String parameter, String detail) {
        var answer = http.get(path);

        assertProblem(answer, 400, "INVALID_PARAMETER");
        assertThat(answer.body()).contains("{\"parameter\":\"" + parameter + "\",\"detail\":\"" + detail);
    }

    @Test
    void a_wrong_header_is_named() {
        var answer = http.get("/shop/baskets?limit=5", "X-Actor", "somebody");

        assertProblem(answer, 400, "INVALID_PARAMETER");
        assertThat(answer.body()).contains("{\"header\":\"X-Actor\",\"detail\":\"size must be");
    }

    @Test
    void a_body_of_one_mebibyte_is_taken() {
        assertProblem(http.post("/shop/baskets", padded(MIB)), 422, "INVALID_FIELD");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 3 * MIB})
    void a_larger_body_is_refused_by_its_length(int bytes) {
        assertProblem(http.post("/shop/baskets", padded(bytes)), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 3 * MIB})
    void a_larger_body_of_unknown_length_is_refused_when_it_has_become_too_long(int bytes) {
        byte[] body = padded(bytes).getBytes(StandardCharsets.UTF_8);

        assertProblem(
                http.send(
                        "POST",
                        "/shop/baskets",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                        "Content-Type",
                        "application/json"),
                413,
                "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void json_is_in_utf_8_whatever_its_sender_says(String encoding) {
        byte[] body = padded(100).getBytes(Charset.forName(encoding));

        assertProblem(post(body, "application/json"), 400, "MALFORMED_JSON");
        assertProblem(post(body, "application/json; charset=utf-8"), 400, "MALFORMED_JSON");
        assertProblem(post(body, "application/json; charset=" + encoding), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    private static HttpResponse<String> post(byte[] body, String type) {
        return http.send("POST", "/shop/baskets", BodyPublishers.ofByteArray(body), "Content-Type", type);
    }

    @Test
    void what_is_not_http_at_all_is_a_problem_as_well() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.port())) {
            socket.getOutputStream().write("GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"reason\":\"BAD_REQUEST\"")
                    .doesNotContain("<html", "Tomcat");
        }
    }

    private static String padded(int bytes) {
        return "{\"lines\":[]" + " ".repeat(bytes - 12) + "}";
    }
}
