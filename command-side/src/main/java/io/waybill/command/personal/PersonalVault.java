package io.waybill.command.personal;

import io.waybill.contract.Personal;
import io.waybill.contract.customer.DataSubject;
import io.waybill.eventing.personal.KnownKeys;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.eventing.personal.PersonalKey;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What this side knows of subjects: whether they are known, their keys, and how to forget them. */
@Component
public class PersonalVault {
    private final PersonalKeyTable table;
    private final KnownKeys keys;
    private final EventSubjects subjects;

    PersonalVault(PersonalKeyTable table, EventSubjects subjects) {
        this.table = table;
        this.keys = new KnownKeys(table);
        this.subjects = subjects;
    }

    /** What the event serializer seals and opens with. */
    PersonalData data() {
        return PersonalData.of(Personal.class, keys, subjects);
    }

    /** The key to read the subject's data with, as it is in the database now; empty for one that was erased or never was. */
    public Optional<PersonalKey> key(DataSubject subject) {
        return table.find(subject.value());
    }

    /** Whether anything personal was ever stored of the subject, or it was erased. */
    public boolean isKnown(DataSubject subject) {
        return table.isKnown(subject.value());
    }

    public boolean isErased(DataSubject subject) {
        return table.isErased(subject.value());
    }

    /**
     * Destroys the subject's key with the current transaction. From its commit on nobody who asks for the key gets it; who
     * has it in memory forgets it within {@link KnownKeys}' time.
     */
    public void erase(DataSubject subject) {
        table.erase(subject.value());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forget(subject.value());
            }
        });
    }
}
