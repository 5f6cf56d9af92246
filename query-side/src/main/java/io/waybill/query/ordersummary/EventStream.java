package io.waybill.query.ordersummary;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), written by the request's thread. */
final class EventStream {
    /** When a client that lost the stream comes again. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final JsonMapper json;
    private long written = System.nanoTime();

    EventStream(HttpServletRequest request, HttpServletResponse response, JsonMapper json) {
        this.request = request;
        this.response = response;
        this.json = json;
    }

    /** At once, since whoever asked may wait for the answer's begin no longer than for any other. */
    void begin() throws IOException {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        write("retry: " + RETRY.toMillis() + "\n\n");
    }

    /** @param data becomes one line of JSON */
    void send(String event, String id, Object data) throws IOException {
        write("event: " + event + "\nid: " + id + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    /** A comment, unless something was written not so long ago. */
    void beat(Duration longestSilence) throws IOException {
        if (System.nanoTime() - written >= longestSilence.toNanos()) {
            write(": still here\n\n");
        }
    }

    private void write(String text) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
        written = System.nanoTime();
    }
}
