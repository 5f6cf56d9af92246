package io.waybill.saga;

import io.waybill.contract.Events;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.consumer.ConsumerConfiguration;
import io.waybill.letters.LetterConfiguration;
import io.waybill.web.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The sagas as a service of their own. */
@SpringBootApplication
@Import({ConsumerConfiguration.class, LetterConfiguration.class})
public class Sagas {
    public static void main(String[] args) {
        Service.start(Sagas.class, "sagas", args);
    }

    @Bean
    StoredNames storedNames() {
        return StoredNames.of(Events.all());
    }
}
