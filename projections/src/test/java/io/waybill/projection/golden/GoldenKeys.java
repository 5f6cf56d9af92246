package io.waybill.projection.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.contract.Personal;
import io.waybill.contract.customer.CustomerErased;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.OrderPersonalDataErased;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.eventing.personal.PersonalKey;
import io.waybill.eventing.personal.PersonalKeys;
import io.waybill.eventing.personal.Subjects;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The keys of the stored histories, which anybody can make: each is the hash of its subject. */
final class GoldenKeys implements PersonalKeys {
    private final Set<String> erased = new HashSet<>();

    /** What reads and writes with these keys. */
    PersonalData data(Subjects subjects) {
        return PersonalData.of(Personal.class, this, subjects);
    }

    /** Forgets the key of whomever the event erases. */
    void after(Object event) {
        if (event instanceof CustomerErased customer) {
            erased.add(DataSubject.of(customer.customerId()).value());
        } else if (event instanceof OrderPersonalDataErased order) {
            erased.add(DataSubject.of(order.orderId()).value());
        }
    }

    @Override
    public Optional<PersonalKey> find(String subject) {
        if (erased.contains(subject)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    PersonalKey.of(MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8))));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
