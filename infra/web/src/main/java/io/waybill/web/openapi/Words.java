package io.waybill.web.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import java.lang.reflect.Field;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the Javadoc says, which the compiler has kept beside the classes. */
final class Words {
    private static final CommentFormatter FORMATTER = new CommentFormatter();

    private static final Pattern VALUE = Pattern.compile("\\{@value ([\\w.$]+)#(\\w+)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? [^}]*?([^ }]+)}");

    private Words() {}

    /** @return null where a type has no Javadoc */
    static @Nullable String of(Class<?> type) {
        Comment comment = RuntimeJavadoc.getJavadoc(type).getComment();
        String text = FORMATTER.format(comment);
        return text == null || text.isBlank() ? null : plain(text);
    }

    /** Code in Markdown's way, each paragraph on one line. */
    static String plain(@Nullable String javadoc) {
        if (javadoc == null) {
            return "";
        }
        String text = VALUE.matcher(javadoc).replaceAll(found -> Matcher.quoteReplacement(constant(found)));
        return LINK.matcher(text)
                .replaceAll("`$1`")
                .replaceAll("</?(code|em|b)>", "`")
                .replaceAll("\\s*</?(p|pre)>\\s*", "\n\n")
                .replaceAll("(?<!\n)\n(?!\n)", " ")
                .strip();
    }

    private static String constant(MatchResult found) {
        try {
            Field field = Class.forName(found.group(1)).getDeclaredField(found.group(2));
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException unknown) {
            return found.group(2);
        }
    }
}
