package io.waybill.command.personal;

import io.waybill.eventing.personal.PersonalData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PersonalConfiguration {
    @Bean
    PersonalData personalData(PersonalVault vault) {
        return vault.data();
    }
}
