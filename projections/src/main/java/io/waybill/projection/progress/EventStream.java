package io.waybill.projection.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), written by the request's thread. */
final class EventStream {
    /** When a client that lost the stream comes again. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private long written = System.nanoTime();

    EventStream(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    void begin() throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(UTF_8);
        write("retry: " + RETRY.toMillis() + "\n\n");
    }

    /** @param data becomes one line of JSON */
    void send(String event, Object data) throws IOException {
        write("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
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
