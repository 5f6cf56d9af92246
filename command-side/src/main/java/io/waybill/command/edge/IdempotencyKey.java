package io.waybill.command.edge;

import io.waybill.web.ApiProblem;
import io.waybill.web.FieldError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * Reads {@code Idempotency-Key}: a string of RFC 9651, in quotes, as the IETF draft has it, or the same characters without
 * quotes, as most clients send it. Both name the same key.
 */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~][ -~]*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private IdempotencyKey() {}

    /**
     * @param lines the header's, of which there may be one
     * @return the key, 1 to {@value #LONGEST} printable ASCII characters
     * @throws ApiProblem (400, INVALID_HEADER) if it is not one
     */
    static String of(String... lines) {
        String text = lines.length == 1 ? lines[0].strip() : "";
        Matcher quoted = QUOTED.matcher(text);
        String key = quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : text;
        boolean wellFormed = quoted.matches() || BARE.matcher(text).matches();
        if (!wellFormed || key.isBlank() || key.length() > LONGEST) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "INVALID_HEADER",
                    "The header " + HEADER + " is not usable.",
                    List.of(FieldError.ofHeader(
                            HEADER,
                            "must be one string of 1 to " + LONGEST + " printable ASCII characters, best in quotes")));
        }
        return key;
    }
}
