package io.waybill.web.problem;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException.Reference;

/** JSON pointers (RFC 6901) to the fields that others name in their own ways. */
final class Pointers {
    /** A name, or what stands between the brackets of an index or a key. */
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[]+)");

    private Pointers() {}

    static String of(List<Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escaped(name));
        }
        return pointer.toString();
    }

    /** Of Bean Validation's {@code lines[3].quantity}. */
    static String of(String propertyPath) {
        StringBuilder pointer = new StringBuilder();
        Matcher step = STEP.matcher(propertyPath);
        while (step.find()) {
            pointer.append('/').append(escaped(step.group(1) == null ? step.group(2) : step.group(1)));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
