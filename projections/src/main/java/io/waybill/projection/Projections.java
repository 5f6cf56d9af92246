package io.waybill.projection;

import io.waybill.contract.Events;
import io.waybill.contract.Personal;
import io.waybill.contract.Upcasts;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.consumer.ConsumerConfiguration;
import io.waybill.eventing.personal.KnownKeys;
import io.waybill.eventing.personal.PersonalData;
import io.waybill.eventing.personal.Subjects;
import io.waybill.letters.LetterConfiguration;
import io.waybill.rpc.history.RemoteHistoriesConfiguration;
import io.waybill.rpc.keys.RemoteKeysConfiguration;
import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that keeps the read models: it follows the log, and answers operators only. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({
    ConsumerConfiguration.class,
    LetterConfiguration.class,
    RemoteKeysConfiguration.class,
    RemoteHistoriesConfiguration.class
})
public class Projections {
    public static void main(String... args) {
        Service.start(Projections.class, "projections", args);
    }

    @Bean
    StoredNames storedNames() {
        return StoredNames.of(Events.all(), Upcasts.all());
    }

    /** What is personal is read with the command side's keys. */
    @Bean
    PersonalData personalData(KnownKeys keys) {
        return PersonalData.of(Personal.class, keys, Subjects.UNKNOWN);
    }
}
