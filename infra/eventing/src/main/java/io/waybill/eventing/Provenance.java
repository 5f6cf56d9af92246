package io.waybill.eventing;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * Where a message came from: the keys in a command's and an event's metadata that let history explain itself. All values
 * are text.
 */
public final class Provenance {
    /** Who acts: a person, a system, or {@code saga:<name>}. */
    public static final String ACTOR = "actor";

    /** What one request set in motion shares this, across aggregates and services. */
    public static final String CORRELATION_ID = "correlationId";

    /** The identifier of the message that led to this one: of an event, its command; of a saga's command, its event. */
    public static final String CAUSATION_ID = "causationId";

    /**
     * On an event, the identifier of the message that led to its command: the event that a saga answered with it. With
     * {@link #CAUSATION_ID}, which names the command, everything that a request set in motion makes a tree.
     */
    public static final String COMMAND_CAUSE = "commandCausationId";

    /** The simple name of the command that led to an event. */
    public static final String COMMAND = "command";

    /** The W3C trace context, https://www.w3.org/TR/trace-context/. */
    public static final String TRACEPARENT = "traceparent";

    private Provenance() {}

    /** The value as text, or the default where it is missing. */
    public static String get(MetaData metaData, String key, String otherwise) {
        Object value = metaData.get(key);
        return value == null ? otherwise : value.toString();
    }

    /** The trace id in a {@code traceparent}, 32 hexadecimal digits, or empty text where there is none. */
    public static String traceId(Map<String, ?> metaData) {
        Object traceparent = metaData.get(TRACEPARENT);
        String[] parts =
                traceparent == null ? new String[0] : traceparent.toString().split("-", -1);
        return parts.length < 4 ? "" : parts[1];
    }
}
