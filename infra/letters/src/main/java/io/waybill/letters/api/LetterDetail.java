package io.waybill.letters.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybill.letters.store.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a letter.
 *
 * @param payload the event as text, where its bytes are text
 * @param payloadBase64 its bytes, where they are none
 * @param stack of the failure; left out for one that only queues behind another
 * @param behind how many letters queue behind it; left out for one that was discarded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterDetail(
        @JsonUnwrapped LetterSummary summary,
        String eventId,
        @Nullable String payload,
        @Nullable String payloadBase64,
        Map<String, String> metadata,
        @Nullable String stack,
        @Nullable Long behind) {
    static LetterDetail of(DeadLetter letter, @Nullable Long behind) {
        byte[] bytes = letter.event().payload().get();
        String text = text(bytes);
        return new LetterDetail(
                LetterSummary.of(letter),
                letter.event().eventId(),
                text,
                text == null ? Base64.getEncoder().encodeToString(bytes) : null,
                letter.event().metadata(),
                letter.cause() == null ? null : letter.cause().stack(),
                behind);
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }
}
