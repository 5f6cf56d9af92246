package io.waybill.command;

/** The business said no. Each aggregate has one such exception, with its reasons as a closed list. */
public abstract class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param detail for a person; names the thing that was refused */
    protected Refused(String detail) {
        // A refusal is an answer, not a bug: nobody needs to know where it was made.
        super(detail, null, false, false);
    }

    /** The reason's stable name, which clients may rely on. */
    public abstract String reason();
}
