package io.waybill.command.dispatch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and why.
 *
 * @param commandId the command's own identifier, which its events name as their cause
 * @param actor who acts
 * @param correlationId what everything that comes of this shares
 * @param causationId the message that led to the command, where there is one
 * @param key what makes repeating safe, where the caller gave it
 */
public record Caller(
        String commandId,
        String actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String key) {
    /** A caller at the edge: the command is the beginning, unless the request names what it belongs to. */
    public static Caller atEdge(String actor, @Nullable String correlationId, @Nullable String key) {
        String commandId = UUID.randomUUID().toString();
        return new Caller(commandId, actor, correlationId == null ? commandId : correlationId, null, key);
    }
}
