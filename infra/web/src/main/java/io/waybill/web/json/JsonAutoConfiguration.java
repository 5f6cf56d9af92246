package io.waybill.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.TokenStreamFactory;

/** Makes the application's mapper the strict one. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
final class JsonAutoConfiguration {
    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::configure;
    }

    /** RFC 8259 knows no encoding but UTF-8, and what another reader would not understand is not understood here. */
    @Bean
    static JsonFactoryBuilderCustomizer jsonInUtf8() {
        return factory -> factory.disable(TokenStreamFactory.Feature.CHARSET_DETECTION);
    }
}
