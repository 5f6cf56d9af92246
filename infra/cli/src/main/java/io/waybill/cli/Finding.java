package io.waybill.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a check came to.
 *
 * @param count events or rows
 * @param differences empty when all is as it must be
 */
record Finding(
        String subject, long count, String checksum, List<String> notes, List<Difference> differences, long millis) {
    /** @param examples the first few */
    record Difference(String kind, long count, List<String> examples) {}

    /** @param check as the operator API tells it */
    static Finding of(JsonNode check) {
        List<Difference> differences = new ArrayList<>();
        check.path("differences")
                .forEach(found -> differences.add(new Difference(
                        found.path("kind").asString(""),
                        found.path("count").asLong(0),
                        texts(found.path("examples")))));
        return new Finding(
                check.path("subject").asString(""),
                check.path("count").asLong(0),
                check.path("checksum").asString(""),
                texts(check.path("notes")),
                differences,
                check.path("millis").asLong(0));
    }

    /** What could not be compared is not as it must be. */
    static Finding failed(String subject, String why) {
        return new Finding(subject, 0, "-", List.of(), List.of(new Difference("not compared", 1, List.of(why))), 0);
    }

    boolean isClean() {
        return differences.isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
