package io.waybill.command.operations;

import io.waybill.eventing.relay.Refills;
import io.waybill.eventing.verify.LogVerification;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {
    @Bean
    LogVerification logVerification(
            DataSource database,
            @Value("${waybill.kafka.bootstrap-servers}") String bootstrapServers,
            @Value("${waybill.kafka.topic}") String topic,
            @Value("${waybill.verification.patience}") Duration patience) {
        return new LogVerification(database, bootstrapServers, topic, patience);
    }

    @Bean
    Refills refills(JdbcClient database, @Value("${waybill.kafka.topic}") String topic) {
        return new Refills(database, topic);
    }
}
