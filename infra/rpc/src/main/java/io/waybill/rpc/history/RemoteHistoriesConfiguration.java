package io.waybill.rpc.history;

import io.waybill.rpc.HistoriesGrpc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** The histories of the command side, over the channel {@code command-side}; for a consumer to import. */
@Configuration(proxyBeanMethods = false)
public class RemoteHistoriesConfiguration {
    @Bean
    RemoteHistories remoteHistories(GrpcChannelFactory channels) {
        return new RemoteHistories(HistoriesGrpc.newBlockingStub(channels.createChannel("command-side")));
    }
}
