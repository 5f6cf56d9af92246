package io.waybill.web.stream;

import io.waybill.web.ApiProblem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of JSON lines (https://github.com/ndjson/ndjson-spec). It is written by the thread of the request, so neither
 * side keeps any state, and it ends when the client goes.
 *
 * <pre>
 * {"progress":{"step":"topic","done":1000,"total":5000}}   now and then, also as a sign of life
 * {…}                                                      what the work writes
 * {"end":true}  or  {"failed":"why"}                       the last line; an answer without it was broken off
 * </pre>
 */
public final class LongAnswer {
    /** What the lines are. */
    public static final String MEDIA_TYPE = "application/x-ndjson";

    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(LongAnswer.class);

    private final HttpServletResponse response;
    private final JsonMapper json;
    private long nextProgress = System.nanoTime();

    private LongAnswer(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    /** What is to be done, line by line. */
    @FunctionalInterface
    public interface Work {
        void writeTo(LongAnswer answer) throws InterruptedException;
    }

    /**
     * Does the work and writes its answer, unless another one has the permit.
     *
     * @param permit how many may be at it at once
     * @throws ApiProblem (409, BUSY) if all permits are taken
     */
    public static void write(HttpServletResponse response, JsonMapper json, Semaphore permit, Work work) {
        if (!permit.tryAcquire()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "BUSY", "The same is being done for somebody else.")
                    .retryAfter(COME_AGAIN);
        }
        try {
            new LongAnswer(response, json).write(work);
        } finally {
            permit.release();
        }
    }

    /** @param line becomes one line of JSON */
    public void line(Object line) {
        try {
            OutputStream out = response.getOutputStream();
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException("the client has gone", gone);
        }
    }

    /** May be called at any rate: most calls write nothing, but the one that says that a step is done. */
    public void progress(String step, long done, long total) {
        long now = System.nanoTime();
        if (now - nextProgress >= 0 || (done == total && total > 0)) {
            nextProgress = now + BETWEEN_PROGRESS.toNanos();
            line(Map.of("progress", new Progress(step, done, total)));
        }
    }

    private void write(Work work) {
        response.setContentType(MEDIA_TYPE);
        try {
            // At once, since whoever asked may wait for the answer's begin no longer than for any other.
            response.flushBuffer();
            work.writeTo(this);
            line(Map.of("end", true));
        } catch (IOException | UncheckedIOException gone) {
            log.info("An answer was broken off: {}", gone.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            line(Map.of("failed", "the service is stopping"));
        } catch (RuntimeException failed) {
            log.warn("An answer failed", failed);
            line(Map.of("failed", Optional.ofNullable(failed.getMessage()).orElse(failed.toString())));
        }
    }

    record Progress(String step, long done, long total) {}
}
