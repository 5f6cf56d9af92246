package io.waybill.rpc.keys;

import io.grpc.StatusRuntimeException;
import io.waybill.eventing.personal.KeysUnavailableException;
import io.waybill.eventing.personal.PersonalKey;
import io.waybill.eventing.personal.PersonalKeys;
import io.waybill.rpc.KeyReply;
import io.waybill.rpc.KeyRequest;
import io.waybill.rpc.KeysGrpc.KeysBlockingStub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keys from the command side, one question for each; no answer within {@link #PATIENCE} is none. */
final class RemoteKeys implements PersonalKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KeysBlockingStub commandSide;

    RemoteKeys(KeysBlockingStub commandSide) {
        this.commandSide = commandSide;
    }

    @Override
    public Optional<PersonalKey> find(String subject) {
        try {
            KeyReply reply = commandSide
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .find(KeyRequest.newBuilder().setSubject(subject).build());
            return reply.hasKey() ? Optional.of(PersonalKey.of(reply.getKey().toByteArray())) : Optional.empty();
        } catch (StatusRuntimeException unanswered) {
            throw new KeysUnavailableException("the command side did not tell the key of " + subject, unanswered);
        }
    }
}
