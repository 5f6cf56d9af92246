package io.waybill.eventing.verify;

import java.util.List;

/**
 * What one thing was found to be.
 *
 * @param subject what was looked at: {@code store}, {@code topic}, or a view's name
 * @param count events, or rows
 * @param checksum of all of them, whatever their order
 * @param notes what is worth knowing and no fault
 * @param differences empty when all is as it must be
 * @param millis the time that it took
 */
public record Check(
        String subject, long count, String checksum, List<String> notes, List<Difference> differences, long millis) {
    public Check {
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
    }
}
