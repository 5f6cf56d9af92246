package io.waybill.cli.letter;

import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import tools.jackson.databind.JsonNode;

/**
 * What a reader of events has parked.
 *
 * @param body as the operator API shows it
 */
public record Parked(JsonNode body) {
    /** With those that only queue behind others. */
    long count() {
        return body.path("count").asLong(0);
    }

    /** The count, and whether it is one to look at. */
    public Cell cell() {
        return new Cell(Words.number(count()), count() == 0 ? Tone.PLAIN : Tone.WARNING);
    }

    /** When the first of them was parked, or empty. */
    public String oldest() {
        return Words.time(body.path("oldest").asString(""));
    }
}
