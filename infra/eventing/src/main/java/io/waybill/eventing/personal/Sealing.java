package io.waybill.eventing.personal;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Seals and opens one JSON object. */
final class Sealing {
    static final String SUBJECT = "subject";
    static final String SEALED = "sealed";

    private final PersonalKeys keys;
    private final Subjects subjects;
    private final JsonMapper plain;

    Sealing(PersonalKeys keys, Subjects subjects, JsonMapper plain) {
        this.keys = keys;
        this.subjects = subjects;
        this.plain = plain;
    }

    /** @param message that the value is a part of; null where it stands by itself */
    ObjectNode seal(Object value, Set<String> personal, @Nullable Object message) {
        ObjectNode json = plain.valueToTree(value);
        boolean nothing = personal.stream().allMatch(name -> !json.hasNonNull(name));
        Optional<String> subject = json.hasNonNull(SUBJECT)
                ? Optional.of(json.get(SUBJECT).asString())
                : Optional.ofNullable(message).flatMap(subjects::of);
        if (nothing || subject.isEmpty()) {
            return json;
        }
        ObjectNode secret = plain.createObjectNode();
        personal.stream().sorted().forEach(name -> {
            JsonNode part = json.remove(name);
            if (!part.isNull()) {
                secret.set(name, part);
            }
        });
        json.put(SUBJECT, subject.get());
        keys.toSeal(subject.get())
                .ifPresent(key -> json.put(SEALED, key.seal(plain.writeValueAsBytes(secret), subject.get())));
        return json;
    }

    <T> T open(ObjectNode json, Class<T> type) {
        JsonNode sealed = json.remove(SEALED);
        if (sealed != null) {
            String subject = json.path(SUBJECT).asString("");
            keys.find(subject).ifPresent(key -> {
                byte[] secret = key.open(sealed.binaryValue(), subject);
                json.setAll((ObjectNode) plain.readTree(secret));
            });
        }
        return plain.treeToValue(json, type);
    }
}
