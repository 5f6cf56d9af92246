package io.waybill.eventing.personal;

import java.util.Optional;

/** Knows whose personal data is in a message, where the data itself does not say it yet. */
@FunctionalInterface
public interface Subjects {
    /** For who only copies what has a subject already. */
    Subjects UNKNOWN = message -> Optional.empty();

    /** Empty where there is none: then what is personal in it is stored as it is. */
    Optional<String> of(Object message);
}
