package io.waybill.projection.batch;

/**
 * Text as PostgreSQL can hold it: everything but the character NUL, for which the replacement character stands. A view
 * must not stop for ever before an event that has one; the event itself keeps it.
 */
final class StorableText {
    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    static String of(String text) {
        return text.indexOf(NUL) < 0 ? text : text.replace(NUL, REPLACEMENT);
    }
}
