package io.waybill.projection;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** An HTTP answer, read by JSON path. What is not there is a failed assertion, which can be awaited as any other. */
public record Answer(HttpResponse<String> response) {
    public HttpStatus status() {
        return HttpStatus.valueOf(response.statusCode());
    }

    public String body() {
        return response.body();
    }

    /** The header, or empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The one value at the path. */
    public Object read(String path) {
        return found(path, () -> JsonPath.<Object>read(body(), path));
    }

    /** All values that the path leads to. */
    public List<Object> list(String path) {
        return found(path, () -> JsonPath.<List<Object>>read(body(), path));
    }

    private <T> T found(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JsonPathException missing) {
            throw new AssertionError(path + " is not in the answer: " + response.statusCode() + " " + body(), missing);
        }
    }
}
