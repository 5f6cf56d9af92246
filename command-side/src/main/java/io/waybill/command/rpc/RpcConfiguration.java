package io.waybill.command.rpc;

import io.grpc.ServerBuilder;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.ServerBuilderCustomizer;

@Configuration(proxyBeanMethods = false)
class RpcConfiguration {
    /** A command waits for its aggregate and for the database: on a virtual thread, that costs nothing. */
    @Bean
    <T extends ServerBuilder<T>> ServerBuilderCustomizer<T> commandsOnVirtualThreads() {
        return server -> server.executor(Executors.newVirtualThreadPerTaskExecutor());
    }
}
