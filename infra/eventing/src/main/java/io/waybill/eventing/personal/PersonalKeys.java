package io.waybill.eventing.personal;

import java.util.Optional;

/** Knows the key of each subject. */
public interface PersonalKeys {
    /**
     * The key to read what was sealed for the subject.
     *
     * @return empty if the subject was erased, which is for ever
     * @throws KeysUnavailableException if that cannot be told now
     */
    Optional<PersonalKey> find(String subject);

    /**
     * The key to seal something for the subject, made if it is the first.
     *
     * @return empty if the subject was erased: what is new about it is not kept either
     */
    default Optional<PersonalKey> toSeal(String subject) {
        return find(subject);
    }
}
