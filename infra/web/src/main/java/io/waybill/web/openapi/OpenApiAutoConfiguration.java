package io.waybill.web.openapi;

import org.springdoc.core.configuration.SpringDocJavadocConfiguration;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;

/** Tells springdoc what the house does in its own way. */
@AutoConfiguration(before = SpringDocJavadocConfiguration.class)
final class OpenApiAutoConfiguration {
    @Bean
    static SpringDocJavadocProvider plainJavadoc() {
        return new PlainJavadoc();
    }

    @Bean
    static ValueSchemas valueSchemas() {
        return new ValueSchemas();
    }

    @Bean
    static Bounds bounds() {
        return new Bounds();
    }

    /** Before a service's own, which may say more. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static Operations operations() {
        return new Operations();
    }

    @Bean
    static Document document(@Value("${spring.application.name}") String service, ResourceLoader resources) {
        return new Document(service, new Examples(resources.getResource("classpath:openapi/" + service + ".json")));
    }
}
