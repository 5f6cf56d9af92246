package io.waybill.command.personal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.command.AtOnce;
import io.waybill.command.RunningCommandSide;
import io.waybill.contract.customer.CustomerRegistered;
import io.waybill.contract.customer.DataSubject;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.eventing.relay.Refills;
import io.waybill.rpc.KeyReply;
import io.waybill.rpc.KeyRequest;
import io.waybill.rpc.KeysGrpc;
import io.waybill.testing.RealServers;
import io.waybill.testing.Server;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A person's name is nowhere to be read but through the key, and with the key it is gone. */
@RealServers({Server.POSTGRES, Server.KAFKA})
class PersonalDataTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static RunningCommandSide service;

    private final String customer = "c" + UUID.randomUUID();
    private final String name = "Lovelace-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = RunningCommandSide.start();
        service.stocked("MUG", 100);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_name_stands_in_no_table_and_not_in_the_topic() {
        register();
        String order = order(customer);
        service.send(HttpMethod.PATCH, "/api/v1/customers/" + customer, "{\"name\":\"Miss %s\"}".formatted(name))
                .expectStatus()
                .isOk();

        assertThat(tablesWith(name)).isEmpty();
        assertThat(topic()).contains(order).doesNotContain(name);
        assertThat(placed(order).shipTo().name()).isEqualTo(name);
        assertThat(registered().profile().name()).isEqualTo(name);
    }

    @Test
    void the_rest_of_an_event_stays_readable_in_the_database() {
        String order = order(customer);

        assertThat(payload(order))
                .contains("\"country\":\"Norway\"", "\"subject\":\"customer:" + customer + "\"", "\"sealed\":\"")
                .doesNotContain("Oslo");
    }

    @Test
    void an_erased_person_is_gone_for_everybody_and_no_event_has_changed() {
        register();
        String order = order(customer);
        String guests = order(null);
        String before = payload(order) + payload("customer:" + customer);
        // Who asks later is told no key: what was read before stays in no cache for long.
        erase().expectStatus().isNoContent().expectHeader().valueEquals("ETag", "\"1\"");
        erase().expectStatus().isNoContent().expectHeader().valueEquals("ETag", "\"1\"");

        assertThat(key("customer:" + customer).hasKey()).isFalse();
        assertThat(payload(order) + payload("customer:" + customer)).isEqualTo(before);
        assertThat(placed(order).shipTo().name()).isNull();
        assertThat(placed(order).shipTo().country()).isEqualTo("Norway");
        assertThat(registered().profile().name()).isNull();
        assertThat(placed(guests).shipTo().name()).as("somebody else").isEqualTo(name);
        try (RunningCommandSide other = service.anotherNode()) {
            OrderPlaced elsewhere = (OrderPlaced) other.context
                    .getBean(EventStore.class)
                    .readEvents(order)
                    .next()
                    .getPayload();
            assertThat(elsewhere.shipTo().name()).isNull();
        }
    }

    @Test
    void an_erased_number_is_never_used_again() {
        register();
        erase().expectStatus().isNoContent();
        long events = service.events();

        refusedAsErased("/api/v1/customers", registration());
        refusedAsErased("/api/v1/orders", orderOf(customer));
        assertThat(service.events()).isEqualTo(events);
    }

    @Test
    void one_who_only_ordered_is_erased_as_well_and_a_stranger_is_not_found() {
        erase().expectStatus().isNotFound();
        String order = order(customer);

        erase().expectStatus().isNoContent();

        assertThat(placed(order).shipTo().name()).isNull();
    }

    @Test
    void a_guest_is_forgotten_once_the_order_has_ended_and_an_order_of_nobody_is_not_found() {
        String guests = order(null);
        String before = payload(guests);
        refused(forget(guests), "ADDRESS_NEEDED");
        refused(forget(order(customer)), "NOT_A_GUEST");
        forget(UUID.randomUUID().toString()).expectStatus().isNotFound();
        service.post("/api/v1/orders/" + guests + "/cancellation", "")
                .expectStatus()
                .isOk();

        forget(guests).expectStatus().isNoContent().expectHeader().valueEquals("ETag", "\"2\"");
        forget(guests).expectStatus().isNoContent().expectHeader().valueEquals("ETag", "\"2\"");

        assertThat(key("order:" + guests).hasKey()).isFalse();
        assertThat(payload(guests)).isEqualTo(before);
        assertThat(placed(guests).shipTo().name()).isNull();
        assertThat(placed(guests).shipTo().country()).isEqualTo("Norway");
    }

    @Test
    void first_orders_at_once_share_one_key() throws Exception {
        List<String> orders = AtOnce.call(4, number -> order(customer));

        assertThat(orders)
                .hasSize(4)
                .allSatisfy(order -> assertThat(placed(order).shipTo().name()).isEqualTo(name));
    }

    private void register() {
        service.post(
                        "/api/v1/customers",
                        registration(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
    }

    private String registration() {
        return """
                {"customerId":"%s","name":"%s","email":"%s@example.org",
                 "address":{"street":"%s","country":"Norway"}}""".formatted(customer, name, name.substring(0, 20), name);
    }

    private String order(@Nullable String by) {
        return service.post(
                        "/api/v1/orders",
                        orderOf(by),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("orderId")
                .toString();
    }

    private String orderOf(@Nullable String by) {
        return """
                {%s"shipTo":{"name":"%s","city":"Oslo","country":"Norway"},
                 "lines":[{"sku":"MUG","quantity":1}],"payment":{"cardToken":"tok_approve"}}""".formatted(by == null ? "" : "\"customerId\":\"" + by + "\",", name);
    }

    private RestTestClient.ResponseSpec erase() {
        return service.send(HttpMethod.DELETE, "/api/v1/customers/" + customer + "/personal-data", "{}");
    }

    private static RestTestClient.ResponseSpec forget(String order) {
        return service.send(HttpMethod.DELETE, "/api/v1/orders/" + order + "/personal-data", "");
    }

    private static void refusedAsErased(String path, String body) {
        refused(service.post(path, body), "ERASED");
    }

    private static void refused(RestTestClient.ResponseSpec answer, String reason) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.reason").isEqualTo(reason);
    }

    private static OrderPlaced placed(String order) {
        return (OrderPlaced) first(order).getPayload();
    }

    private CustomerRegistered registered() {
        return (CustomerRegistered) first("customer:" + customer).getPayload();
    }

    private static DomainEventMessage<?> first(String aggregate) {
        return service.context.getBean(EventStore.class).readEvents(aggregate).next();
    }

    private static String payload(String aggregate) {
        return service.database
                .sql("select payload::text from event where aggregate_id = ? and sequence_number = 0")
                .param(aggregate)
                .query(String.class)
                .single();
    }

    private static KeyReply key(String subject) {
        var channel = service.rpc();
        try {
            return KeysGrpc.newBlockingStub(channel)
                    .find(KeyRequest.newBuilder()
                            .setSubject(DataSubject.of(subject).value())
                            .build());
        } finally {
            channel.shutdownNow();
        }
    }

    /** Each row of each table, as text with its bytes read as text, that holds the word. */
    private static List<String> tablesWith(String word) {
        String hex = HexFormat.of().formatHex(word.getBytes(UTF_8));
        List<String> tables = service.database
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list();
        assertThat(tables).contains("event", "snapshot", "idempotency_key", "personal_key");
        return tables.stream()
                .filter(table -> service.database
                                .sql("select count(*) from " + table
                                        + " t where position(? in t::text) > 0 or position(? in t::text) > 0")
                                .params(word, hex)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    /** All that the topic holds, once it holds every event. */
    private static String topic() {
        Refills relay = service.context.getBean(Refills.class);
        await().atMost(PATIENCE).until(() -> relay.state().published() >= service.events());
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(service.topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // By the ends and not by the number of records, of which some may stand there twice.
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            StringBuilder seen = new StringBuilder();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    seen.append(new String(record.value(), ISO_8859_1));
                    record.headers().forEach(header -> seen.append(new String(header.value(), ISO_8859_1)));
                });
                return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
            });
            return seen.toString();
        }
    }
}
