package io.waybill.cli.api;

import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param body a missing node where there was no JSON
 * @param location the {@code Location} header, or empty
 */
public record Answer(int status, JsonNode body, String location) {
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A field of the body as text, or empty. */
    public String text(String field) {
        return body.path(field).asString("");
    }

    /** What a problem says to a person: its detail and the fields it names. */
    public String complaint() {
        StringBuilder complaint = new StringBuilder(text("detail").isEmpty() ? "status " + status : text("detail"));
        for (JsonNode error : body.path("errors")) {
            String place =
                    error.path("pointer").asString(error.path("parameter").asString(""));
            complaint
                    .append(' ')
                    .append(place)
                    .append(' ')
                    .append(error.path("detail").asString(""))
                    .append('.');
        }
        return complaint.toString();
    }
}
