package io.waybill.saga.fulfilment;

import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.step.Steps;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FulfilmentSettings.class)
class FulfilmentConfiguration {
    static final String TYPE = "fulfilment";

    @Bean
    Turns fulfilmentTurns(Steps steps, Progress progress, FulfilmentSettings settings) {
        return new Turns(steps, progress, settings);
    }

    @Bean
    SagaKind fulfilments() {
        return new SagaKind(TYPE, Fulfilment.class, "orderId");
    }
}
