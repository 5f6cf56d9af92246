package io.waybill.cli.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that changes something, which is recorded with who and why. */
public abstract class OperatorCommand extends ApiCommand {
    private static final int MAX_ACTOR = 200;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            order = LATER - 2,
            description = "Why, for those who come after; see waybill operations")
    private @Nullable String reason;

    @Option(
            names = "--actor",
            paramLabel = "WHO",
            order = LATER - 1,
            defaultValue = "${env:WAYBILL_ACTOR:-${sys:user.name}}",
            description = "Who you are (default: $WAYBILL_ACTOR, or the name of your login)")
    private String actor = "";

    /** In the characters that a header can have. */
    @Override
    protected final String actor() {
        String sendable = actor.strip().replaceAll("[^ -~]", "?");
        return sendable.isEmpty() ? "anonymous" : sendable.substring(0, Math.min(MAX_ACTOR, sendable.length()));
    }

    protected final @Nullable String reason() {
        return reason;
    }

    /** The reason, if there is one, and room for more. */
    protected final Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }
}
