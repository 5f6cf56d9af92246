package io.waybill.projection;

import io.waybill.contract.Events;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.consumer.ConsumerConfiguration;
import io.waybill.letters.LetterConfiguration;
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
@Import({ConsumerConfiguration.class, LetterConfiguration.class})
public class Projections {
    public static void main(String... args) {
        Service.start(Projections.class, "projections", args);
    }

    @Bean
    StoredNames storedNames() {
        return StoredNames.of(Events.all());
    }
}
