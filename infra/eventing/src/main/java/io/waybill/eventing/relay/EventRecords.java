package io.waybill.eventing.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.addHeader;
import static org.axonframework.extensions.kafka.eventhandling.HeaderUtils.generateMetadataKey;

import io.waybill.eventing.kafka.EventNumber;
import io.waybill.eventing.kafka.HashHeader;
import io.waybill.eventing.store.StoredEvent;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored event as a Kafka record that any Axon application reads: the value is the payload as stored, the headers are
 * those of axon-kafka's {@code DefaultKafkaMessageConverter}, the key is the aggregate's id. Two headers are ours: the
 * event's number and its hash. Nothing is deserialized on the way, so the relay carries events that it does not know.
 */
public final class EventRecords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private EventRecords() {}

    /** The metadata as headers will carry it: a JSON object of texts. */
    public static Map<String, String> metadata(StoredEvent event) {
        return JSON.readValue(event.metadata(), TEXTS);
    }

    /** The record of the event with this number. */
    public static ProducerRecord<String, byte[]> record(
            String topic, long number, StoredEvent event, Map<String, String> metadata) {
        Headers headers = new RecordHeaders();
        metadata.forEach((key, value) -> addHeader(headers, generateMetadataKey(key), value));
        addHeader(headers, org.axonframework.messaging.Headers.MESSAGE_ID, event.eventId());
        addHeader(headers, org.axonframework.messaging.Headers.MESSAGE_TYPE, event.name());
        addHeader(headers, org.axonframework.messaging.Headers.MESSAGE_REVISION, Integer.toString(event.revision()));
        addHeader(headers, org.axonframework.messaging.Headers.MESSAGE_TIMESTAMP, event.recordedAt());
        addHeader(headers, org.axonframework.messaging.Headers.AGGREGATE_TYPE, event.aggregateType());
        addHeader(headers, org.axonframework.messaging.Headers.AGGREGATE_ID, event.aggregateId());
        addHeader(headers, org.axonframework.messaging.Headers.AGGREGATE_SEQ, event.sequenceNumber());
        EventNumber.write(headers, number);
        HashHeader.write(headers, event.hash());
        return new ProducerRecord<>(
                topic,
                null,
                event.recordedAt().toEpochMilli(),
                event.aggregateId(),
                event.payload().getBytes(UTF_8),
                headers);
    }
}
