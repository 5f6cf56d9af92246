package io.waybill.command.personal;

import io.waybill.eventing.personal.PersonalKey;
import io.waybill.eventing.personal.PersonalKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One key for each subject, and of an erased one that it was erased.
 *
 * <p>A new key is stored in the transaction of the first event that it seals, after the append, which has to be the
 * transaction's first write. Two transactions that make one for the same subject: the second is overtaken, and is carried out
 * again with the key of the first.
 */
@Repository
class PersonalKeyTable implements PersonalKeys {
    private static final String MADE = PersonalKeyTable.class.getName();

    private final JdbcClient jdbc;

    PersonalKeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PersonalKey> find(String subject) {
        return row(subject).flatMap(Row::key);
    }

    @Override
    public Optional<PersonalKey> toSeal(String subject) {
        Optional<Row> row = row(subject);
        return row.isPresent() ? row.get().key() : Optional.of(make(subject));
    }

    /** Whether anything was ever sealed for the subject, or it was erased. */
    boolean isKnown(String subject) {
        return row(subject).isPresent();
    }

    boolean isErased(String subject) {
        return row(subject).filter(row -> row.key().isEmpty()).isPresent();
    }

    /** Destroys the subject's key, for ever, in the current transaction. */
    void erase(String subject) {
        jdbc.sql("""
                        insert into personal_key (subject, key, erased_at) values (?, null, now())
                        on conflict (subject) do update set key = null, erased_at = coalesce(personal_key.erased_at, now())
                        """).param(subject).update();
    }

    private PersonalKey make(String subject) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        Map<String, PersonalKey> made = work.getOrComputeResource(MADE, first -> new ConcurrentHashMap<>());
        return made.computeIfAbsent(subject, first -> {
            PersonalKey key = PersonalKey.generate();
            work.onPrepareCommit(appended -> store(subject, key));
            return key;
        });
    }

    private void store(String subject, PersonalKey key) {
        int stored = jdbc.sql("insert into personal_key (subject, key) values (?, ?) on conflict do nothing")
                .params(subject, key.bytes())
                .update();
        if (stored == 0) {
            throw new ConcurrencyException("another transaction made the key of " + subject + " first");
        }
    }

    private Optional<Row> row(String subject) {
        List<Row> rows = jdbc.sql("select key from personal_key where subject = ?")
                .param(subject)
                .query((row, number) -> Row.of(row.getBytes(1)))
                .list();
        return rows.stream().findFirst();
    }

    /** @param stored null for an erased subject */
    private record Row(@Nullable PersonalKey stored) {
        static Row of(byte @Nullable [] key) {
            return new Row(key == null ? null : PersonalKey.of(key));
        }

        Optional<PersonalKey> key() {
            return Optional.ofNullable(stored);
        }
    }
}
