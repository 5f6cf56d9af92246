package io.waybill.projection.repair;

/** An aggregate's rows cannot be made anew, and stay as they are; trying again changes nothing. */
final class NotRepairedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotRepairedException(String why) {
        super(why);
    }
}
