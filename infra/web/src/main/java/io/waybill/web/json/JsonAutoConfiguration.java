package io.waybill.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Makes the application's mapper the strict one. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
final class JsonAutoConfiguration {
    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::configure;
    }
}
