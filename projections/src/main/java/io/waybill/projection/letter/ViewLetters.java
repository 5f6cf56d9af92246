package io.waybill.projection.letter;

import io.waybill.letters.Reader;
import io.waybill.letters.Readers;
import io.waybill.projection.generation.Generation;
import io.waybill.projection.generation.Generations;
import io.waybill.projection.view.Views;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ViewLetters {
    /** A view's letters are those of the generation that serves. */
    @Bean
    Readers readers(Views views, Generations generations) {
        return new Readers() {
            @Override
            public List<Reader> all() {
                return views.all().stream()
                        .map(view -> new Reader(view.name(), view.aggregateTypes()))
                        .toList();
            }

            @Override
            public String storedAs(String view) {
                // Before there is one, nobody can have parked anything.
                return generations.serving(view).map(Generation::processor).orElse(view);
            }
        };
    }
}
