package io.waybill.saga.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {
    @Bean
    StoredProgress progress(JdbcTemplate jdbc) {
        return new StoredProgress(jdbc);
    }
}
