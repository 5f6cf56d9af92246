package io.waybill.command.edge;

import io.waybill.command.dispatch.Answer;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.dispatch.CommandDispatch;
import io.waybill.web.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a request's command and makes the HTTP response of its answer. */
@Component
public class Reply {
    private final CommandDispatch commands;
    private final JsonMapper json;

    Reply(CommandDispatch commands, JsonMapper json) {
        this.commands = commands;
        this.json = json;
    }

    /**
     * 201 with {@code Location}, {@code ETag} and a body that names what was created and its version.
     *
     * @param command what to do
     * @param id of the aggregate
     * @param asked the request's target and body as they were read, which tell a repetition from another request with the
     *     same key
     * @param location of what is created
     * @param body made from its version: what names it
     */
    public ResponseEntity<byte[]> created(
            Caller caller, Object command, Object id, List<?> asked, String location, LongFunction<?> body) {
        return response(commands.send(caller, command, id.toString(), fingerprint(asked), after -> {
            long version = after.getAsLong();
            Map<String, String> headers = Map.of(
                    HttpHeaders.LOCATION,
                    location,
                    HttpHeaders.ETAG,
                    new EntityTag(version).toString(),
                    HttpHeaders.CONTENT_TYPE,
                    MediaType.APPLICATION_JSON_VALUE);
            return new Answer(201, headers, json.writeValueAsBytes(body.apply(version)));
        }));
    }

    private static ResponseEntity<byte[]> response(Answer answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.body(answer.body());
    }

    private String fingerprint(List<?> asked) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(asked)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
