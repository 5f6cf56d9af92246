package io.waybill.saga.operation;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import io.waybill.eventing.Provenance;
import io.waybill.json.MoneyJson;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import io.waybill.saga.step.StepSettings;
import io.waybill.web.ApiProblem;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An operator's command: unlike a saga's, its refusal is told to the one who sent it. */
@Component
class OperatorCommands {
    private static final Duration AWAY = Duration.ofSeconds(1);

    private final CommandsGrpc.CommandsBlockingStub commandSide;
    private final StepSettings settings;
    private final JsonMapper json =
            JsonMapper.builder().addModule(MoneyJson.module()).build();

    OperatorCommands(GrpcChannelFactory channels, StepSettings settings) {
        this.commandSide = CommandsGrpc.newBlockingStub(channels.createChannel("command-side"));
        this.settings = settings;
    }

    /**
     * @param name of what is done; the command itself has to be one that is harmless when repeated
     * @throws ApiProblem (409, with the aggregate's reason) if it is refused; (503, COMMAND_SIDE_AWAY)
     */
    void send(String name, Object command, String actor) {
        String id = name + '/' + UUID.randomUUID();
        CommandRequest request = CommandRequest.newBuilder()
                .setId(id)
                .setName(command.getClass().getSimpleName())
                .setPayload(ByteString.copyFrom(json.writeValueAsBytes(command)))
                .putMetadata(Provenance.ACTOR, actor)
                .putMetadata(Provenance.CORRELATION_ID, id)
                .putMetadata(Provenance.CAUSATION_ID, id)
                .build();
        CommandReply reply;
        try {
            reply = commandSide
                    .withDeadlineAfter(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .dispatch(request);
        } catch (StatusRuntimeException away) {
            throw new ApiProblem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "COMMAND_SIDE_AWAY",
                            "The command side does not answer. Try again.")
                    .retryAfter(AWAY);
        }
        if (reply.hasRefused()) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    reply.getRefused().getReason(),
                    reply.getRefused().getDetail());
        }
    }
}
