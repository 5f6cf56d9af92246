package io.waybill.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what the server refuses before it knows any application, such as a line that is not HTTP. */
public final class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] body = json(response.getStatus()).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("The client did not wait for its answer", e);
        }
    }

    /** Our own words only; nothing of the request is repeated, as nothing of it could be trusted to be text. */
    private static String json(int status) {
        Problem problem = Problem.of(Statuses.problemOf(HttpStatusCode.valueOf(status)), "");
        return """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","reason":"%s"}""".formatted(problem.type(), problem.title(), problem.status(), problem.detail(), problem.reason());
    }
}
