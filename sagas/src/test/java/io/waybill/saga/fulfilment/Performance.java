package io.waybill.saga.fulfilment;

import static org.axonframework.commandhandling.GenericCommandMessage.asCommandMessage;

import io.waybill.saga.progress.Report;
import io.waybill.saga.step.Steps;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.saga.ContinuedGivenState;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** A fulfilment on its own, with what it reports. */
final class Performance {
    final List<Report> reports = new ArrayList<>();
    final List<String> names = new ArrayList<>();
    final List<Object> commands = new ArrayList<>();

    private final SagaTestFixture<Fulfilment> saga = new SagaTestFixture<>(Fulfilment.class);

    Performance() {
        Steps steps = (Steps) Proxy.newProxyInstance(
                Steps.class.getClassLoader(), new Class<?>[] {Steps.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("take")) {
                        throw new AssertionError("a fulfilment calls nobody");
                    }
                    names.add((String) arguments[0]);
                    commands.add(arguments[1]);
                    saga.getCommandBus().dispatch(asCommandMessage(arguments[1]));
                    return null;
                });
        saga.registerResource(new Turns(steps, reports::add, Story.SETTINGS));
    }

    ContinuedGivenState after(Object first, Object... others) {
        ContinuedGivenState given = saga.givenAPublished(first);
        for (Object event : flat(others)) {
            given = given.andThenAPublished(event);
        }
        return given;
    }

    private static List<Object> flat(Object... events) {
        return Stream.of(events)
                .flatMap(event -> event instanceof Object[] several ? Stream.of(several) : Stream.of(event))
                .toList();
    }

    FixtureExecutionResult whenFirst(Object event) {
        return saga.givenNoPriorActivity().whenPublishingA(event);
    }

    FixtureExecutionResult late(Duration wait, Object first, Object... others) {
        return after(first, others).whenTimeElapses(wait);
    }

    Report lastReport() {
        return reports.getLast();
    }
}
