package io.waybill.command.dispatch;

import io.waybill.web.IfMatch;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, why, and on what condition.
 *
 * @param commandId the command's own identifier, which its events name as their cause
 * @param actor who acts
 * @param correlationId what everything that comes of this shares
 * @param causationId the message that led to the command, where there is one
 * @param key what makes repeating safe, where the caller gave it
 * @param ifMatch the versions that the command is meant for, where the caller named them
 */
public record Caller(
        String commandId,
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String key,
        @Nullable IfMatch ifMatch) {
    /** A caller at the edge: the command is the beginning, unless the request names what it belongs to. */
    public static Caller atEdge(
            String actor, @Nullable String correlationId, @Nullable String key, @Nullable IfMatch ifMatch) {
        String commandId = UUID.randomUUID().toString();
        return new Caller(commandId, actor, correlationId == null ? commandId : correlationId, null, key, ifMatch);
    }

    /** A saga, which takes the same step under the same name until it was taken. */
    public static Caller saga(String step, String actor, String correlationId, @Nullable String causationId) {
        return new Caller(step, actor, correlationId, causationId, "step:" + step, null);
    }
}
