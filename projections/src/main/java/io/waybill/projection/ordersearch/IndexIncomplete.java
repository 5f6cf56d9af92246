package io.waybill.projection.ordersearch;

/** The index lost what it once held. The projection stops rather than go on with half of it; a rebuild mends it. */
final class IndexIncomplete extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexIncomplete(String why) {
        super(why + "; rebuild ordersearch");
    }
}
