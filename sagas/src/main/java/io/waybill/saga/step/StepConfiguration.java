package io.waybill.saga.step;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.rpc.CommandsGrpc;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StepSettings.class)
class StepConfiguration {
    @Bean
    Steps steps(GrpcChannelFactory channels, StepSettings settings, MeterRegistry meters) {
        return new GrpcSteps(CommandsGrpc.newStub(channels.createChannel("command-side")), settings, meters);
    }

    /** The last event of a batch waits for the steps of all of them, before the batch's transaction writes anything. */
    @Bean
    ConfigurerModule stepsAreSettledBeforeAnythingIsWritten() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, processor) -> (work, chain) -> {
                    Object result = chain.proceed();
                    if (!(work instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage()) {
                        GrpcSteps.settle(work);
                    }
                    return result;
                });
    }
}
