package io.waybill.saga.transfer;

import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.step.Steps;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TransferSettings.class)
class TransferConfiguration {
    /** What operators call this saga. */
    static final String TYPE = "transfer";

    @Bean
    Turns transferTurns(Steps steps, Progress progress, TransferSettings settings) {
        return new Turns(steps, progress, settings);
    }

    @Bean
    SagaKind transfers() {
        return new SagaKind(TYPE, Transfer.class, "transferId");
    }
}
