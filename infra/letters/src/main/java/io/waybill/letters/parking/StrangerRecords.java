package io.waybill.letters.parking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.eventing.kafka.Strangers;
import io.waybill.letters.store.Cause;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each record on the topic that no relay wrote, once, with its bytes. */
public final class StrangerRecords implements Strangers {
    private static final Logger log = LoggerFactory.getLogger(StrangerRecords.class);

    /** Characters that are kept of the key and of all headers. */
    private static final int MAX_TEXT = 4_000;

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    public StrangerRecords(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    @Override
    public void met(ConsumerRecord<String, byte[]> record, String why) {
        boolean isNew = jdbc.sql("""
                        insert into stranger_record (topic, partition, record_offset, record_key, value, headers, cause)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(record.topic())
                        .param(record.partition())
                        .param(record.offset())
                        .param(text(record.key()))
                        .param(record.value())
                        .param(headers(record))
                        .param(why)
                        .update()
                > 0;
        if (isNew) {
            meters.counter("waybill.stranger.records").increment();
            log.error(
                    "The record at {}-{}@{} was not written by the relay ({}); it is kept in stranger_record and passed",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    why);
        }
    }

    private static String headers(ConsumerRecord<?, ?> record) {
        String all = StreamSupport.stream(record.headers().spliterator(), false)
                .map(header -> header.key() + ": " + (header.value() == null ? "" : readable(header.value())))
                .collect(Collectors.joining("\n"));
        return Cause.storable(all, MAX_TEXT);
    }

    private static String readable(byte[] value) {
        String text = new String(value, UTF_8);
        return text.chars().anyMatch(Character::isISOControl) ? HexFormat.of().formatHex(value) : text;
    }

    private static @Nullable String text(@Nullable String key) {
        return key == null ? null : Cause.storable(key, MAX_TEXT);
    }
}
