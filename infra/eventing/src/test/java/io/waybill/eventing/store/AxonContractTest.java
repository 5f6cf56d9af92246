package io.waybill.eventing.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.eventing.TestStore;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngineTest;
import org.axonframework.serialization.FixedValueRevisionResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Axon's own tests for storage engines, from the tests' jar of axon-eventsourcing. Two of them, and two more that Axon
 * keeps for engines with a batch size, store events that belong to no aggregate; these are refused here on purpose.
 */
@RealServers(Server.POSTGRES)
class AxonContractTest
        extends AbstractEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {
    // Axon's events are plain text, which has no revision of its own; every event that is stored here has one.
    private static final Serializer SERIALIZER = Jackson3Serializer.builder()
            .revisionResolver(new FixedValueRevisionResolver("1"))
            .build();

    private final TestStore store = new TestStore();

    @BeforeEach
    void start() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        return new PostgresEventStorageEngine(
                store.jdbc,
                customization.apply(PostgresEventStorageEngine.builder(SERIALIZER, NoOpEventUpcaster.INSTANCE)));
    }

    @Test
    @Override
    public void appendAndReadNonDomainEvent() {
        refusesWhatBelongsToNoAggregate();
    }

    @Test
    @Override
    public void storeAndLoadApplicationEvent() {
        refusesWhatBelongsToNoAggregate();
    }

    private void refusesWhatBelongsToNoAggregate() {
        assertThatThrownBy(() -> createEngine().appendEvents(GenericEventMessage.asEventMessage("of nobody")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
