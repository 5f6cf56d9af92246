package io.waybill.saga;

import io.waybill.contract.Events;
import io.waybill.contract.Personal;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.consumer.ConsumerConfiguration;
import io.waybill.eventing.personal.KnownKeys;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.eventing.personal.Subjects;
import io.waybill.letters.LetterConfiguration;
import io.waybill.rpc.keys.RemoteKeysConfiguration;
import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sagas as a service of their own. */
@SpringBootApplication
@EnableScheduling
@Import({ConsumerConfiguration.class, LetterConfiguration.class, RemoteKeysConfiguration.class})
public class Sagas {
    public static void main(String[] args) {
        Service.start(Sagas.class, "sagas", args);
    }

    @Bean
    StoredNames storedNames() {
        return StoredNames.of(Events.all(), Upcasts.all());
    }

    /** What is personal is read with the command side's keys, and sealed again in what a saga remembers. */
    @Bean
    PersonalData personalData(KnownKeys keys) {
        return PersonalData.of(Personal.class, keys, Subjects.UNKNOWN);
    }
}
