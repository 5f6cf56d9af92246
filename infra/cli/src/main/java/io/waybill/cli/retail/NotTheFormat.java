package io.waybill.cli.retail;

/** The file is not what it should be; the message says where and why, in one line. */
public final class NotTheFormat extends Exception {
    private static final long serialVersionUID = 1;

    NotTheFormat(long line, String why) {
        super("line " + line + ": " + why);
    }

    NotTheFormat(long line, String column, String why) {
        super("line " + line + ", column " + column + ": " + why);
    }
}
