package io.waybill.projection.progress;

import io.waybill.eventing.kafka.KafkaEventSource;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The number of the last event on the log, looked up now and then because each time asks every partition. */
@Component
final class LogHead {
    private static final Logger log = LoggerFactory.getLogger(LogHead.class);

    private final KafkaEventSource source;
    private volatile OptionalLong head = OptionalLong.empty();

    LogHead(KafkaEventSource source) {
        this.source = source;
    }

    /** As last seen; empty while Kafka does not answer. */
    OptionalLong lastSeen() {
        return head;
    }

    @Scheduled(fixedDelayString = "${waybill.projections.look-every:5s}")
    void look() {
        try {
            head = OptionalLong.of(source.head());
        } catch (RuntimeException away) {
            head = OptionalLong.empty();
            log.warn("The end of the log cannot be seen: {}", away.toString());
        }
    }
}
