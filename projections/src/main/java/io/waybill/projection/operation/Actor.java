package io.waybill.projection.operation;

/** Who acts, as the request's header says; nobody known if it is missing or empty. */
public final class Actor {
    public static final String HEADER = "X-Actor";
    public static final String UNKNOWN = "anonymous";

    /** Characters of a name. */
    public static final int MAX_LENGTH = 200;

    private Actor() {}
}
