package io.waybill.cli.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A request was not answered, however often it was repeated, or was refused where no refusal was expected. */
public final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Answer answer;

    private GaveUp(String message, @Nullable Answer answer) {
        super(message);
        this.answer = answer;
    }

    static GaveUp unreachable(String message) {
        return new GaveUp(message, null);
    }

    /** An answer that leaves nothing to go on with. */
    public static GaveUp refused(String what, Answer answer) {
        return new GaveUp(what + ": " + answer.complaint(), answer);
    }

    /** An answer that says by itself what it is about. */
    public static GaveUp refused(Answer answer) {
        String reason = answer.text("reason");
        return new GaveUp(answer.complaint() + (reason.isEmpty() ? "" : " (" + reason + ")"), answer);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public boolean isUnreachable() {
        return answer == null;
    }

    /** The refusal's status; 0 where there was no answer. */
    public int status() {
        return answer == null ? 0 : answer.status();
    }

    /** What the API said; missing where it said nothing. */
    public JsonNode problem() {
        return answer == null ? MissingNode.getInstance() : answer.body();
    }
}
