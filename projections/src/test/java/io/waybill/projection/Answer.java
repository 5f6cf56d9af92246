package io.waybill.projection;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.http.HttpStatus;

/** An HTTP answer, read by JSON path. */
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
        return JsonPath.read(body(), path);
    }

    /** All values that the path leads to. */
    public List<Object> list(String path) {
        return JsonPath.read(body(), path);
    }
}
