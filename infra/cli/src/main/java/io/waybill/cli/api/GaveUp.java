package io.waybill.cli.api;

/** A request was not answered, however often it was repeated, or was refused where no refusal was expected. */
public final class GaveUp extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unreachable;

    private GaveUp(String message, boolean unreachable) {
        super(message);
        this.unreachable = unreachable;
    }

    static GaveUp unreachable(String message) {
        return new GaveUp(message, true);
    }

    /** An answer that leaves nothing to go on with. */
    public static GaveUp refused(String what, Answer answer) {
        return new GaveUp(what + ": " + answer.complaint(), false);
    }

    public boolean isUnreachable() {
        return unreachable;
    }
}
