package io.waybill.projection.progress;

import io.waybill.projection.view.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** For operators: the projections as server-sent events. Each stream is the virtual thread of its request. */
@RestController
@RequestMapping("/api/{version}/operations/projections")
final class ProgressStreamApi {
    private static final Logger log = LoggerFactory.getLogger(ProgressStreamApi.class);

    private final Views views;
    private final ProgressStreams streams;
    private final JsonMapper json;

    ProgressStreamApi(Views views, ProgressStreams streams, JsonMapper json) {
        this.views = views;
        this.streams = streams;
        this.json = json;
    }

    /**
     * All projections as they are now, and each again when it has changed, at most once a second: {@code event:
     * projection}, its data what {@code GET} of it answers. A comment every 10 s is a sign of life. A stream ends after an
     * hour, and when the service stops: come again.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void all(HttpServletResponse response) {
        follow(projection -> true, response);
    }

    /** The same for one projection. */
    @GetMapping(path = "/{name}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void one(@PathVariable String name, HttpServletResponse response) {
        String wanted = views.get(name).name();
        follow(projection -> projection.name().equals(wanted), response);
    }

    private void follow(Predicate<Progress> wanted, HttpServletResponse response) {
        try {
            streams.follow(wanted, new EventStream(response, json));
        } catch (IOException gone) {
            log.debug("A stream has ended: {}", gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                throw failed;
            }
            // The answer has begun, so no problem can be told any more; the client comes again.
            log.warn("A stream of the projections ends: {}", failed.toString());
        }
    }
}
