package io.waybill.eventing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link LookUps} does with its consumers; what they are asked over there, {@code RelayTest} asks a real broker. */
class LookUpsTest {
    private final List<KafkaConsumer<String, byte[]>> made = new ArrayList<>();
    private final LookUps lookUps = new LookUps(this::make);

    @AfterEach
    void close() {
        made.forEach(KafkaConsumer::close);
    }

    @Test
    void one_consumer_answers_one_question_after_the_other() {
        assertThat(lookUps.<Object>ask(consumer -> consumer)).isSameAs(lookUps.<Object>ask(consumer -> consumer));

        assertThat(made).hasSize(1);
    }

    @Test
    void a_question_within_a_question_has_a_consumer_of_its_own_and_one_of_the_two_is_kept() {
        lookUps.ask(outer -> lookUps.ask(inner -> assertThat(inner).isNotSameAs(outer)));

        assertThat(made).hasSize(2);
        assertThat(made).filteredOn(LookUpsTest::isOpen).hasSize(1);
    }

    @Test
    void what_the_kept_consumer_fails_at_is_asked_once_more_by_a_new_one() {
        KafkaConsumer<String, byte[]> kept = lookUps.ask(consumer -> consumer);

        KafkaConsumer<String, byte[]> answered = lookUps.ask(consumer -> {
            if (consumer.equals(kept)) {
                throw new KafkaException("outdated");
            }
            return consumer;
        });

        assertThat(answered).isSameAs(made.getLast()).isNotSameAs(kept);
        assertThat(isOpen(kept)).isFalse();
        assertThat(lookUps.<Object>ask(consumer -> consumer)).isSameAs(answered);
    }

    @Test
    void a_question_that_a_new_consumer_fails_at_has_failed() {
        lookUps.ask(consumer -> consumer);

        assertThatThrownBy(() -> lookUps.ask(consumer -> {
                    throw new KafkaException("asked of " + made.size());
                }))
                .isInstanceOf(KafkaException.class)
                .hasMessage("asked of 2");
        assertThat(made).noneMatch(LookUpsTest::isOpen);
    }

    @Test
    void what_is_wrong_with_the_question_is_not_asked_again() {
        lookUps.ask(consumer -> consumer);

        assertThatThrownBy(() -> lookUps.ask(consumer -> {
                    throw new IllegalStateException("not there");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(made).hasSize(1).noneMatch(LookUpsTest::isOpen);
    }

    @Test
    void nothing_stays_open_behind_it_though_a_question_was_being_asked() {
        lookUps.ask(consumer -> {
            lookUps.close();
            return assertThat(isOpen(consumer)).isTrue();
        });

        assertThat(made).hasSize(1).noneMatch(LookUpsTest::isOpen);
    }

    // Connects to nobody until it is asked something that needs an answer from over there.
    private KafkaConsumer<String, byte[]> make() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        made.add(consumer);
        return consumer;
    }

    private static boolean isOpen(KafkaConsumer<String, byte[]> consumer) {
        try {
            consumer.assignment();
            return true;
        } catch (IllegalStateException closed) {
            return false;
        }
    }
}
