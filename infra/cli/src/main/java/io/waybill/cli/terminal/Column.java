package io.waybill.cli.terminal;

/**
 * A column of a table.
 *
 * @param right whether its values stand to the right, as numbers do
 * @param shrinks whether its values may be cut where there is too little room
 * @param optional whether it is left out where there is too little room, or nothing in it
 */
public record Column(String title, boolean right, boolean shrinks, boolean optional) {
    public static Column text(String title) {
        return new Column(title, false, false, false);
    }

    public static Column number(String title) {
        return new Column(title, true, false, false);
    }

    /** Its values may be cut. */
    public Column shrinking() {
        return new Column(title, right, true, optional);
    }

    /** It may be left out; the last such column first. */
    public Column unneeded() {
        return new Column(title, right, shrinks, true);
    }
}
