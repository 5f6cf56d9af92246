package io.waybill.letters.store;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

/**
 * Why an event could not be digested, as text that PostgreSQL can hold.
 *
 * @param type the class of the innermost exception
 * @param message its message, or empty text
 * @param stack of the outermost, with all that caused it
 */
public record Cause(String type, String message, String stack) {
    /** Characters that are kept of a message. */
    static final int MAX_MESSAGE = 2_000;

    /** Characters that are kept of a stack trace. */
    static final int MAX_STACK = 16_000;

    /** Causes of causes that are looked at. */
    private static final int MAX_DEPTH = 20;

    /** What is to be known of this failure. */
    public static Cause of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < MAX_DEPTH && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return new Cause(
                root.getClass().getName(),
                storable(Objects.requireNonNullElse(root.getMessage(), ""), MAX_MESSAGE),
                storable(stack.toString(), MAX_STACK));
    }

    /** The text's beginning, without the one character that PostgreSQL's text cannot have. */
    public static String storable(String text, int maxLength) {
        String plain = text.replace('\0', '\uFFFD');
        return plain.length() <= maxLength ? plain : plain.substring(0, maxLength);
    }
}
