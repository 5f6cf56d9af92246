package io.waybill.command.rpc;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.waybill.command.Refused;
import io.waybill.command.dispatch.Answer;
import io.waybill.command.dispatch.Caller;
import io.waybill.command.dispatch.CommandDispatch;
import io.waybill.command.dispatch.Task;
import io.waybill.contract.Commands;
import io.waybill.eventing.Provenance;
import io.waybill.json.MoneyJson;
import io.waybill.rpc.Accepted;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a saga's commands. The id of a request is its idempotency key, so a step that a saga takes again has its effect
 * once. {@code INVALID_ARGUMENT}: nobody knows this command; {@code UNAVAILABLE}: not now, try again, as for a step that is
 * under way.
 */
@Service
class CommandEndpoint extends CommandsGrpc.CommandsImplBase {
    private static final Logger log = LoggerFactory.getLogger(CommandEndpoint.class);
    private static final CommandReply ACCEPTED =
            CommandReply.newBuilder().setAccepted(Accepted.getDefaultInstance()).build();

    private final CommandDispatch commands;
    private final JsonMapper json =
            JsonMapper.builder().addModule(MoneyJson.module()).build();
    private final Map<String, Class<?>> byName =
            Commands.all().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    CommandEndpoint(CommandDispatch commands) {
        this.commands = commands;
    }

    @Override
    public void dispatch(CommandRequest request, StreamObserver<CommandReply> reply) {
        try {
            reply.onNext(handle(request));
            reply.onCompleted();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            log.error("command {} of {} cannot be read", request.getId(), request.getName(), unreadable);
            reply.onError(Status.INVALID_ARGUMENT
                    .withDescription("not a command: " + request.getName())
                    .asRuntimeException());
        } catch (RuntimeException failed) {
            log.warn(
                    "command {} of {} failed and may be sent again: {}",
                    request.getId(),
                    request.getName(),
                    failed.toString());
            reply.onError(Status.UNAVAILABLE.withDescription("not now").asRuntimeException());
        }
    }

    private CommandReply handle(CommandRequest request) {
        Class<?> type = byName.get(request.getName());
        if (type == null) {
            throw new IllegalArgumentException("unknown command");
        }
        Object command = json.readValue(request.getPayload().toByteArray(), type);
        Map<String, String> metadata = request.getMetadataMap();
        Caller caller = Caller.saga(
                request.getId(),
                metadata.getOrDefault(Provenance.ACTOR, "saga"),
                metadata.getOrDefault(Provenance.CORRELATION_ID, request.getId()),
                metadata.get(Provenance.CAUSATION_ID));
        try {
            commands.send(caller, request.getName(), () -> new Task(command, request.getId(), after -> Answer.DONE));
            return ACCEPTED;
        } catch (Refused refused) {
            return refused(refused.reason(), String.valueOf(refused.getMessage()));
        } catch (AggregateNotFoundException | IncompatibleAggregateException missing) {
            // Incompatible is what has the id, but is something else: the id of an order is no wallet's.
            return refused("NOT_FOUND", String.valueOf(missing.getMessage()));
        } catch (AggregateStreamCreationException exists) {
            return refused("ALREADY_EXISTS", String.valueOf(exists.getMessage()));
        }
    }

    private static CommandReply refused(String reason, String detail) {
        return CommandReply.newBuilder()
                .setRefused(
                        io.waybill.rpc.Refused.newBuilder().setReason(reason).setDetail(detail))
                .build();
    }
}
