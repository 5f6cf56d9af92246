package io.waybill.projection.elastic;

/** An index lost what it once held. The projection stops rather than go on with half of it; a rebuild mends it. */
public final class IndexIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param view which has to be rebuilt */
    public IndexIncomplete(String why, String view) {
        super(why + "; rebuild " + view);
    }
}
