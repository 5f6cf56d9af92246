package io.waybill.projection.letter;

import io.waybill.letters.Reader;
import io.waybill.letters.Readers;
import io.waybill.projection.view.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewLetters {
    @Bean
    Readers readers(Views views) {
        return () -> views.all().stream()
                .map(view -> new Reader(view.name(), view.aggregateTypes()))
                .toList();
    }
}
