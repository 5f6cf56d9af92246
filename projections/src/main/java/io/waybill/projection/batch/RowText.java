package io.waybill.projection.batch;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's values as texts that PostgreSQL reads back as what they are. */
final class RowText {
    private RowText() {}

    static List<@Nullable String> of(@Nullable Object[] values) {
        List<@Nullable String> texts = new ArrayList<>(values.length);
        for (Object value : values) {
            texts.add(text(value));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant().toString();
            default -> value.toString();
        };
    }
}
