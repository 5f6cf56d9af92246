package io.waybill.saga.step;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.rpc.CommandsGrpc;
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
}
