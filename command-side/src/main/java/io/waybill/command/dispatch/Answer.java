package io.waybill.command.dispatch;

import java.util.Map;

/**
 * What the caller is told, and is told again, byte for byte, when it repeats its key.
 *
 * @param status of HTTP; 200 for a caller that only needs to know that it is done
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are what is sent; nobody compares answers
public record Answer(int status, Map<String, String> headers, byte[] body) {
    /** Done, nothing to tell. */
    public static final Answer DONE = new Answer(200, Map.of(), new byte[0]);

    public Answer {
        headers = Map.copyOf(headers);
    }
}
