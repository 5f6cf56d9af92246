package io.waybill.cli.projection;

import io.waybill.cli.letter.Parked;
import io.waybill.cli.terminal.Cell;
import io.waybill.cli.terminal.Tone;
import io.waybill.cli.terminal.Words;
import tools.jackson.databind.JsonNode;

/**
 * A projection as the operator API shows it.
 *
 * @param body its whole answer
 */
record Projection(JsonNode body) {
    /** Where nothing is known. */
    static final String UNKNOWN = "-";

    String name() {
        return text("name");
    }

    boolean isInTrouble() {
        return text("state").equals("IN_TROUBLE");
    }

    Cell state() {
        Tone tone = switch (text("state")) {
            case "FOLLOWING" -> Tone.GOOD;
            case "IN_TROUBLE" -> Tone.BAD;
            default -> Tone.WARNING;
        };
        return new Cell(Words.state(text("state")), tone);
    }

    Parked letters() {
        return new Parked(body.path("deadLetters"));
    }

    /** A number, or a dash where it is not known. */
    String number(String field) {
        return body.hasNonNull(field) ? Words.number(body.path(field).asLong(0)) : UNKNOWN;
    }

    /** A time in seconds, or a dash where it is not known. */
    String seconds(String field) {
        return body.hasNonNull(field) ? Words.wholeSeconds(body.path(field).asLong(0)) : UNKNOWN;
    }

    /** A field as text, or empty. */
    String text(String field) {
        return body.path(field).asString("");
    }
}
