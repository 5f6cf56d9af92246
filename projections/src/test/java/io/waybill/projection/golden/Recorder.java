package io.waybill.projection.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybill.contract.Events;
import io.waybill.contract.Upcasts;
import io.waybill.contract.customer.CustomerEvent;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.OrderEvent;
import io.waybill.contract.order.OrderId;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.shipment.ShipmentEvent;
import io.waybill.eventing.Bytes;
import io.waybill.eventing.EventSerializer;
import io.waybill.eventing.Provenance;
import io.waybill.eventing.RecordedEvent;
import io.waybill.eventing.StoredNames;
import io.waybill.eventing.store.EventHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;

/**
 * Writes down what happened as the command side would: the first events as the first release did, in their first revisions
 * and with nothing sealed, the others as of today. It gives them ids and provenance of its own making.
 */
final class Recorder {
    private static final StoredNames NAMES = StoredNames.of(Events.all(), Upcasts.all());
    private static final List<String> ACTORS = List.of("ada", "anonymous", "saga:fulfilment", "olga");

    private final Random dice;
    private final GoldenKeys keys = new GoldenKeys();
    private final Serializer plain = EventSerializer.of(NAMES);
    private final Serializer sealing = EventSerializer.of(NAMES, keys.data(this::subject));
    private final Map<OrderId, DataSubject> ofOrders = new HashMap<>();
    private final Map<String, Bytes> hashes = new HashMap<>();
    private final List<RecordedEvent> recorded = new ArrayList<>();

    private Recorder(long seed) {
        this.dice = new Random(seed);
    }

    static List<RecordedEvent> record(long seed, List<TrackedEventMessage<?>> events, int early) {
        Recorder recorder = new Recorder(seed);
        for (int i = 0; i < events.size(); i++) {
            recorder.add((DomainEventMessage<?>) events.get(i), i < early);
        }
        return recorder.recorded;
    }

    private void add(DomainEventMessage<?> event, boolean isEarly) {
        Object payload = event.getPayload();
        if (payload instanceof OrderPlaced placed) {
            ofOrders.put(
                    placed.orderId(),
                    placed.customerId() == null
                            ? DataSubject.of(placed.orderId())
                            : DataSubject.of(placed.customerId()));
        }
        Written written = isEarly
                ? Written.early(payload, plain.serialize(payload, String.class))
                : Written.asIs(sealing.serialize(payload, String.class));
        RecordedEvent unchained = new RecordedEvent(
                new UUID(dice.nextLong(), dice.nextLong()).toString(),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                written.name(),
                Integer.toString(written.revision()),
                event.getTimestamp(),
                Bytes.of(written.json().getBytes(UTF_8)),
                metadata(),
                null);
        Bytes hash = Chain.hash(hashes.getOrDefault(unchained.aggregateId(), EventHash.NO_PREDECESSOR), unchained);
        hashes.put(unchained.aggregateId(), hash);
        recorded.add(Chain.chained(unchained, hash));
        keys.after(payload);
    }

    /** Every few events share a request; most follow from the one before. */
    private Map<String, String> metadata() {
        int number = recorded.size();
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Provenance.ACTOR, ACTORS.get(dice.nextInt(ACTORS.size())));
        metadata.put(Provenance.COMMAND, "Command" + number % 17);
        metadata.put(Provenance.CORRELATION_ID, "request-" + number / 5);
        metadata.put(Provenance.CAUSATION_ID, "command-" + number);
        if (number > 0) {
            metadata.put(Provenance.COMMAND_CAUSE, recorded.getLast().eventId());
        }
        metadata.put(Provenance.TRACEPARENT, "00-%032x-%016x-01".formatted(number / 5 + 1, number + 1));
        return metadata;
    }

    private Optional<String> subject(Object message) {
        return Optional.ofNullable(
                        switch (message) {
                            case CustomerEvent customer -> DataSubject.of(customer.customerId());
                            case OrderEvent order -> ofOrders.get(order.orderId());
                            case ShipmentEvent shipment -> ofOrders.get(shipment.orderId());
                            default -> null;
                        })
                .map(DataSubject::value);
    }
}
