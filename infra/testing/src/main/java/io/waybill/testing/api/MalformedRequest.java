package io.waybill.testing.api;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.Map;

/**
 * A request that the description of the API forbids.
 *
 * @param fault what is wrong with it
 * @param path with its query, encoded
 */
public record MalformedRequest(
        String fault, String method, String path, Map<String, String> headers, BodyPublisher body) {
    @Override
    public String toString() {
        return method + " " + path + " with " + fault;
    }
}
