package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class RedeliveryTest {
    private static final String TOPIC = "waybill.events";
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int ORDERS = Chance.enough(25, 150);

    private final Chance chance = new Chance(RedeliveryTest.class);

    @Test
    void every_record_may_come_twice_and_in_another_order_across_partitions() throws Exception {
        Site site = Site.whole();
        trade(site);

        // Once, in the long form too: each time would double the topic.
        publishEverythingAgain(site);
        site.ledger().fault();
        trade(site);

        Proof.of(site, RedeliveryTest.class);
    }

    @Test
    void the_whole_history_handled_twice_changes_nothing() throws Exception {
        Site site = Site.whole();
        trade(site);
        Proof.of(site, RedeliveryTest.class);
        atRest(site);
        Map<String, String> before = fingerprints(site);

        ServiceProcess projections = site.service("projections");
        ServiceProcess sagas = site.service("sagas");
        projections.kill();
        sagas.kill();
        // Not a rebuild: the rows stay, and the position alone goes back to the first event.
        site.servers().sql("waybill_views").sql("delete from token_entry").update();
        site.servers().sql("waybill_sagas").sql("delete from token_entry").update();
        site.ledger().fault();
        site.heal();
        atRest(site);

        assertThat(fingerprints(site)).isEqualTo(before);
        Proof.of(site, RedeliveryTest.class);
    }

    private static void trade(Site site) {
        long until = site.ledger().commandsAcknowledged() + ORDERS;
        try (Trade _ = Trade.with(site)) {
            await().atMost(Site.PATIENCE).until(() -> site.ledger().commandsAcknowledged() >= until);
        }
    }

    /** Each partition again, in its own order, one partition after the other. */
    private void publishEverythingAgain(Site site) throws Exception {
        List<List<ConsumerRecord<byte[], byte[]>>> partitions = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", site.servers().kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            for (TopicPartition partition : all) {
                partitions.add(read(consumer, partition));
            }
        }
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", site.servers().kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            chance.shuffled(partitions).stream()
                    .flatMap(List::stream)
                    .forEach(record -> acknowledgements.add(producer.send(new ProducerRecord<>(
                            TOPIC,
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            record.value(),
                            record.headers()))));
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (consumer.position(partition) < end) {
            consumer.poll(LOOK).records(partition).forEach(records::add);
        }
        return records;
    }

    /**
     * Until the views and the sagas have come to the last event, and no other was stored meanwhile: a saga's position moves
     * when its steps were taken, so that nobody is left who could do more.
     */
    private static void atRest(Site site) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(Site.PATIENCE).ignoreExceptions().until(() -> {
                long before = events(site);
                return ofSagas(site) >= before
                        && positions(http, site).min(Long::compare).orElse(0L) >= before
                        && events(site) == before;
            });
        }
    }

    private static long events(Site site) {
        return site.servers()
                .sql("waybill_events")
                .sql("select count(*) from event")
                .query(Long.class)
                .single();
    }

    private static long ofSagas(Site site) {
        return site.servers()
                .sql("waybill_sagas")
                .sql(
                        "select min(coalesce((convert_from(token, 'UTF8')::json ->> 'number')::bigint, 0)) from token_entry")
                .query(Long.class)
                .single();
    }

    private static Stream<Long> positions(HttpClient http, Site site) throws Exception {
        String answer = http.send(
                        HttpRequest.newBuilder(URI.create(site.gateway() + "/api/v1/operations/projections"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return JsonMapper.shared()
                .readTree(answer)
                .path("items")
                .valueStream()
                .map(item -> item.path("position").asLong());
    }

    private static Map<String, String> fingerprints(Site site) {
        JdbcClient views = site.servers().sql("waybill_views");
        Map<String, String> fingerprints = new LinkedHashMap<>();
        for (String view : List.of("ordersummary", "stocklevel", "salesreport", "audit")) {
            fingerprints.put(
                    view,
                    views.sql("select count(*) || ' ' || sum(hashtextextended(v::text, 0)) from " + view + " v")
                            .query(String.class)
                            .single());
        }
        return fingerprints;
    }
}
