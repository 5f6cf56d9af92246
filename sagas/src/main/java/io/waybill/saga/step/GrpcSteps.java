package io.waybill.saga.step;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.waybill.eventing.Provenance;
import io.waybill.json.MoneyJson;
import io.waybill.rpc.CommandReply;
import io.waybill.rpc.CommandRequest;
import io.waybill.rpc.CommandsGrpc.CommandsStub;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Steps over gRPC, many at once: the commands of a batch of events travel side by side, and the batch waits for all of
 * them before its position is committed. What the business refuses will be refused again, so it is logged and counted,
 * and the batch goes on.
 */
final class GrpcSteps implements Steps {
    private static final Logger log = LoggerFactory.getLogger(GrpcSteps.class);
    private static final String UNDER_WAY = GrpcSteps.class.getName();
    private static final String EXISTS = "ALREADY_EXISTS";
    private static final String TURNS = UNDER_WAY + ".turns";

    private final CommandsStub commandSide;
    private final StepSettings settings;
    private final MeterRegistry meters;
    private final Semaphore inFlight;
    private final Executor calls = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());
    private final JsonMapper json =
            JsonMapper.builder().addModule(MoneyJson.module()).build();

    GrpcSteps(CommandsStub commandSide, StepSettings settings, MeterRegistry meters) {
        this.commandSide = commandSide;
        this.settings = settings;
        this.meters = meters;
        this.inFlight = new Semaphore(settings.inFlight());
    }

    @Override
    public void take(String name, Object command) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        waitFor(work, dispatch(new Step(name, command), work.getMessage()));
    }

    @Override
    public void takeInTurn(Object turn, Supplier<@Nullable Step> call) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Message<?> cause = work.getMessage();
        Map<Object, CompletableFuture<Void>> turns =
                work.root().getOrComputeResource(TURNS, first -> new HashMap<Object, CompletableFuture<Void>>());
        CompletableFuture<Void> before = turns.getOrDefault(turn, CompletableFuture.completedFuture(null));
        // Not on the thread that completes the one before: that is one of gRPC's, and a call may wait.
        CompletableFuture<Void> mine = before.thenComposeAsync(nothing -> found(call.get(), cause), calls);
        turns.put(turn, mine);
        waitFor(work, mine);
    }

    private CompletableFuture<Void> found(@Nullable Step step, Message<?> cause) {
        return step == null ? CompletableFuture.completedFuture(null) : dispatch(step, cause);
    }

    private static void waitFor(UnitOfWork<?> work, CompletableFuture<Void> step) {
        underWay(work).add(step);
        // In case nobody settles the batch before: see settle.
        work.onPrepareCommit(GrpcSteps::settle);
    }

    /**
     * Waits until every step of the unit of work was taken or refused. It is called before the unit of work stores what it
     * has changed: nobody waits for a row that is written meanwhile. What is locked while it waits are the sagas that the
     * batch has read ({@code select … for update}), which only their own deadlines want besides; with these locks the
     * transaction counts as a writing one, and what it might still see is not cleared away before it ends: so no command may
     * take longer than {@link StepSettings#timeout}.
     */
    static void settle(UnitOfWork<?> work) {
        Queue<CompletableFuture<Void>> steps = underWay(work);
        CompletableFuture<?>[] all = steps.toArray(CompletableFuture<?>[]::new);
        steps.clear();
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException failed) {
            throw new StepNotTakenException(failed.getCause());
        }
    }

    private static Queue<CompletableFuture<Void>> underWay(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(UNDER_WAY, first -> new ArrayDeque<CompletableFuture<Void>>());
    }

    private CompletableFuture<Void> dispatch(Step step, Message<?> cause) {
        CommandRequest request = CommandRequest.newBuilder()
                .setId(step.name())
                .setName(step.command().getClass().getSimpleName())
                .setPayload(ByteString.copyFrom(json.writeValueAsBytes(step.command())))
                .putMetadata(Provenance.ACTOR, actor(step.name()))
                .putMetadata(
                        Provenance.CORRELATION_ID,
                        Provenance.get(cause.getMetaData(), Provenance.CORRELATION_ID, cause.getIdentifier()))
                .putMetadata(Provenance.CAUSATION_ID, Cause.of(cause))
                .build();
        CompletableFuture<Void> done = new CompletableFuture<>();
        inFlight.acquireUninterruptibly();
        commandSide
                .withDeadlineAfter(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .dispatch(request, new Reply(request, done));
        return done.whenComplete((nothing, failure) -> inFlight.release());
    }

    static String actor(String step) {
        int end = step.indexOf('/');
        return "saga:" + (end < 0 ? step : step.substring(0, end));
    }

    /** Waits for one command's reply, on one of gRPC's threads. */
    private final class Reply implements StreamObserver<CommandReply> {
        private final CommandRequest request;
        private final CompletableFuture<Void> done;

        Reply(CommandRequest request, CompletableFuture<Void> done) {
            this.request = request;
            this.done = done;
        }

        @Override
        public void onNext(CommandReply reply) {
            if (!reply.hasRefused()) {
                return;
            }
            String reason = reply.getRefused().getReason();
            if (reason.equals(EXISTS)) {
                // What a saga makes it makes under an id of its own: an earlier take did, and its outcome is still to
                // come.
                log.debug("step {} ({}) had its effect before", request.getId(), request.getName());
            } else {
                log.error(
                        "step {} ({}) was refused: {}, {}",
                        request.getId(),
                        request.getName(),
                        reason,
                        reply.getRefused().getDetail());
                meters.counter("waybill.steps.refused", "command", request.getName(), "reason", reason)
                        .increment();
            }
        }

        @Override
        public void onError(Throwable undelivered) {
            done.completeExceptionally(undelivered);
        }

        @Override
        public void onCompleted() {
            done.complete(null);
        }
    }
}
