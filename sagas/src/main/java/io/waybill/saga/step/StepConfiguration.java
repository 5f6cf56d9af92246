package io.waybill.saga.step;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.rpc.CommandsGrpc;
import org.axonframework.config.ConfigurerModule;
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

    @Bean
    static SettledSteps settledSteps() {
        return new SettledSteps();
    }

    @Bean
    static ConfigurerModule stepsAreSettledBeforeAnythingIsWritten(SettledSteps settled) {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, processor) -> settled::settle);
    }
}
