package io.waybill.command.rpc;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waybill.command.personal.PersonalVault;
import io.waybill.contract.customer.DataSubject;
import io.waybill.rpc.KeyReply;
import io.waybill.rpc.KeyRequest;
import io.waybill.rpc.KeysGrpc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Gives sagas and projections the keys of what is personal in events. {@code INVALID_ARGUMENT}: no subject is called so;
 * {@code UNAVAILABLE}: not now, ask again.
 */
@Service
class KeyEndpoint extends KeysGrpc.KeysImplBase {
    private static final Logger log = LoggerFactory.getLogger(KeyEndpoint.class);

    private final PersonalVault vault;

    KeyEndpoint(PersonalVault vault) {
        this.vault = vault;
    }

    @Override
    public void find(KeyRequest request, StreamObserver<KeyReply> reply) {
        try {
            KeyReply.Builder answer = KeyReply.newBuilder();
            vault.key(DataSubject.of(request.getSubject()))
                    .ifPresent(key -> answer.setKey(ByteString.copyFrom(key.bytes())));
            reply.onNext(answer.build());
            reply.onCompleted();
        } catch (IllegalArgumentException unknown) {
            reply.onError(
                    Status.INVALID_ARGUMENT.withDescription("not a subject").asRuntimeException());
        } catch (RuntimeException failed) {
            log.warn("the key of {} could not be told: {}", request.getSubject(), failed.toString());
            reply.onError(Status.UNAVAILABLE.withDescription("not now").asRuntimeException());
        }
    }
}
