package io.waybill.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Calls commands as a user does, and keeps what they print. */
final class Terminal {
    private final StringWriter printed = new StringWriter();

    /** Returns the exit code. */
    int call(String... command) {
        printed.getBuffer().setLength(0);
        PrintWriter writer = new PrintWriter(printed, true);
        return Waybill.commandLine(writer, writer).execute(command);
    }

    /** By the last command. */
    String printed() {
        return printed.toString();
    }
}
