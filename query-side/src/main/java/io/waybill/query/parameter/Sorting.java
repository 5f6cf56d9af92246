package io.waybill.query.parameter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * In which order a list is wanted: {@code sort=name}, or {@code sort=-name} for the greatest, the newest, the last first.
 *
 * @param descending all columns of the key alike, so that one index serves both directions
 */
public record Sorting(SortKey key, boolean descending) {
    private static final String DESCENDING = "-";

    /**
     * Reads the parameter.
     *
     * @param offered what the list can be sorted by; a closed list
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if it is nothing of that
     */
    public static Sorting of(String text, List<SortKey> offered) {
        boolean descending = text.startsWith(DESCENDING);
        String name = descending ? text.substring(1) : text;
        return offered.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .map(key -> new Sorting(key, descending))
                .orElseThrow(() -> Parameters.invalid(
                        SortKey.PARAMETER,
                        "must be one of " + offered.stream().map(SortKey::name).collect(Collectors.joining(", "))
                                + "; with - in front of it, the other way round"));
    }

    /** As it stands in the parameter, and in cursors. */
    public String name() {
        return (descending ? DESCENDING : "") + key.name();
    }

    String orderBy() {
        return key.columns().stream()
                .map(column -> column.name() + (descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** What comes behind a place, given in as many parameters as there are columns. A row's comparison: one range of an index. */
    String behind() {
        return "(" + key.columnNames() + ") " + (descending ? "<" : ">") + " ("
                + key.columns().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }
}
