package io.waybill.rpc.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import io.waybill.eventing.personal.KeysUnavailableException;
import io.waybill.eventing.personal.PersonalKey;
import io.waybill.rpc.KeyReply;
import io.waybill.rpc.KeyRequest;
import io.waybill.rpc.KeysGrpc;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {
    private static final PersonalKey ADAS = PersonalKey.generate();

    private Server server;
    private ManagedChannel channel;
    private RemoteKeys keys;

    @BeforeEach
    void start() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new OnlyAda())
                .build()
                .start();
        channel = Grpc.newChannelBuilder("127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
        keys = new RemoteKeys(KeysGrpc.newBlockingStub(channel));
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void a_key_comes_from_the_command_side() {
        assertThat(found("customer:ada").orElseThrow().bytes()).isEqualTo(ADAS.bytes());
    }

    @Test
    void of_an_erased_subject_none_comes() {
        assertThat(found("customer:grace")).isEmpty();
    }

    @Test
    void a_command_side_that_is_away_does_not_mean_that_somebody_was_erased() {
        server.shutdownNow();

        assertThatThrownBy(() -> keys.find("customer:ada")).isInstanceOf(KeysUnavailableException.class);
    }

    /** The first answer may take longer than anybody waits for a key. */
    private Optional<PersonalKey> found(String subject) {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreException(KeysUnavailableException.class)
                .until(() -> keys.find(subject), answer -> true);
    }

    private static final class OnlyAda extends KeysGrpc.KeysImplBase {
        @Override
        public void find(KeyRequest request, StreamObserver<KeyReply> reply) {
            KeyReply.Builder answer = KeyReply.newBuilder();
            if (request.getSubject().equals("customer:ada")) {
                answer.setKey(ByteString.copyFrom(ADAS.bytes()));
            }
            reply.onNext(answer.build());
            reply.onCompleted();
        }
    }
}
