package io.waybill.rpc.keys;

import io.waybill.eventing.personal.KnownKeys;
import io.waybill.rpc.KeysGrpc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;

/** The keys of the command side, over the channel {@code command-side}; for a consumer to import. */
@Configuration(proxyBeanMethods = false)
public class RemoteKeysConfiguration {
    @Bean
    KnownKeys personalKeys(GrpcChannelFactory channels) {
        return new KnownKeys(new RemoteKeys(KeysGrpc.newBlockingStub(channels.createChannel("command-side"))));
    }
}
