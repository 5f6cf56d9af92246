package io.waybill.query.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Several values in one parameter, with commas between them; a comma within one is written {@code \,}. */
public final class Values {
    /** Values of one parameter. */
    public static final int MAX_VALUES = 20;

    private static final char ESCAPE = '\\';
    private static final char SEPARATOR = ',';

    private Values() {}

    /**
     * Takes a parameter apart.
     *
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) if a value is empty or there are too many
     */
    public static List<String> of(String name, String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ESCAPE && i + 1 < text.length()) {
                i++;
                value.append(text.charAt(i));
            } else if (letter == SEPARATOR) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString());
        if (values.contains("")) {
            throw Parameters.invalid(name, "must have a value on both sides of each comma");
        }
        if (values.size() > MAX_VALUES) {
            throw Parameters.invalid(name, "must not have more than " + MAX_VALUES + " values");
        }
        return List.copyOf(values);
    }

    /**
     * The same, where there is a closed list.
     *
     * @throws io.waybill.web.ApiProblem (400, INVALID_PARAMETER) also if a value is none of those
     */
    public static List<String> among(String name, String text, List<String> known) {
        List<String> values = of(name, text);
        if (values.stream().anyMatch(Predicate.not(known::contains))) {
            throw Parameters.invalid(name, "must be of " + String.join(", ", known));
        }
        return values;
    }
}
