package io.waybill.command.edge;

import io.waybill.command.dispatch.Answer;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.dispatch.CommandDispatch;
import io.waybill.command.dispatch.Task;
import io.waybill.web.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
     * @param asked the request's target and body as they were read, which tell a repetition from another request with the
     *     same key
     * @param creation made of the request; it may look up and refuse, which a request that was answered before is spared
     */
    public ResponseEntity<byte[]> created(Caller caller, List<?> asked, Supplier<Creation> creation) {
        return response(commands.send(caller, fingerprint(asked), () -> {
            Creation made = creation.get();
            Map<String, String> location = Map.of(HttpHeaders.LOCATION, made.location());
            return task(made.command(), made.id(), HttpStatus.CREATED, location, made.body());
        }));
    }

    /**
     * 200 with {@code ETag} and a body that names what was changed and its version.
     *
     * @param asked as for {@link #created}
     * @param change as for {@link #created}
     */
    public ResponseEntity<byte[]> changed(Caller caller, List<?> asked, Supplier<Change> change) {
        return response(commands.send(caller, fingerprint(asked), () -> {
            Change made = change.get();
            return task(made.command(), made.id(), HttpStatus.OK, Map.of(), made.body());
        }));
    }

    /**
     * 204 with {@code ETag}, and no word more about what there was.
     *
     * @param asked as for {@link #created}
     * @param id of the aggregate
     */
    public ResponseEntity<byte[]> erased(Caller caller, List<?> asked, Object command, Object id) {
        return response(commands.send(
                caller,
                fingerprint(asked),
                () -> new Task(
                        command,
                        id.toString(),
                        after -> new Answer(
                                HttpStatus.NO_CONTENT.value(),
                                Map.of(HttpHeaders.ETAG, new EntityTag(after.getAsLong()).toString()),
                                new byte[0]))));
    }

    private Task task(Object command, Object id, HttpStatus status, Map<String, String> more, LongFunction<?> body) {
        return new Task(command, id.toString(), after -> {
            long version = after.getAsLong();
            Map<String, String> headers = new HashMap<>(more);
            headers.put(HttpHeaders.ETAG, new EntityTag(version).toString());
            headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
            return new Answer(status.value(), headers, json.writeValueAsBytes(body.apply(version)));
        });
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
