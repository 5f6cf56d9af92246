package io.waybill.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@RealServers(Server.KAFKA)
final class TestKafkaTest {
    private final TestKafka kafka = TestServers.kafka();
    private final String topic = kafka.newTopicName();

    @Test
    void a_record_is_read_back_also_after_a_restart_at_the_same_address() throws Exception {
        createTopic();
        write("before");
        assertThat(read()).containsExactly("before");
        kafka.stop();
        kafka.start();
        write("after");
        assertThat(read()).containsExactly("before", "after");
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(address())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private void write(String value) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(address(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    private List<String> read() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(address(), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }

    private Map<String, Object> address() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
