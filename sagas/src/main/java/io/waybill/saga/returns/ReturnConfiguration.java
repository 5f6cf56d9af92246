package io.waybill.saga.returns;

import io.waybill.saga.progress.Progress;
import io.waybill.saga.progress.SagaKind;
import io.waybill.saga.step.Steps;
import org.axonframework.deadline.DeadlineManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReturnSettings.class)
class ReturnConfiguration {
    @Bean
    ReturnSteps returnSteps(Steps steps, DeadlineManager deadlines, Progress progress, ReturnSettings settings) {
        return new ReturnSteps(steps, deadlines, progress, settings);
    }

    @Bean
    SagaKind returnSagas() {
        return new SagaKind(ReturnSteps.TYPE, Returning.class, "returnId");
    }
}
