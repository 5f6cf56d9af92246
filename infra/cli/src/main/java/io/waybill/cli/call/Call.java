package io.waybill.cli.call;

import io.waybill.cli.api.Answer;
import io.waybill.cli.api.GaveUp;
import io.waybill.cli.api.Stop;
import io.waybill.cli.api.WaybillApi;
import io.waybill.cli.terminal.Screen;
import java.io.PrintWriter;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of a command: whom it asks, and where it prints.
 *
 * @param out for what was asked for
 * @param err for everything else
 * @param json whether a program reads what is printed
 */
public record Call(WaybillApi api, Stop stop, PrintWriter out, PrintWriter err, Screen screen, boolean json) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * What stands there.
     *
     * @throws GaveUp if there was no answer, or a problem
     */
    public JsonNode get(String path) {
        return successful(api.get(path)).body();
    }

    /**
     * Has something done.
     *
     * @throws GaveUp if there was no answer, or a problem
     */
    public Answer post(String path, Object body) {
        return successful(api.post(path, body, "cli:" + UUID.randomUUID()));
    }

    /** @throws GaveUp if there was no answer, or a problem */
    public Answer put(String path, Object body) {
        return successful(api.put(path, body));
    }

    private static Answer successful(Answer answer) {
        if (!answer.isSuccess()) {
            throw GaveUp.refused(answer);
        }
        return answer;
    }

    /** For a program, whole and indented; what is not there is not printed. */
    public void print(JsonNode body) {
        if (!body.isMissingNode()) {
            out.println(INDENTED.writeValueAsString(body));
            out.flush();
        }
    }

    /** For a program that reads one line after the other. */
    public void printLine(JsonNode body) {
        out.println(JSON.writeValueAsString(body));
        out.flush();
    }

    /** For a person. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    /** The API's own words for a program, these for a person. */
    public void print(JsonNode body, String text) {
        if (json) {
            print(body);
        } else {
            print(text);
        }
    }

    /** Beside what was asked for. */
    public void say(String text) {
        err.println(text);
        err.flush();
    }
}
