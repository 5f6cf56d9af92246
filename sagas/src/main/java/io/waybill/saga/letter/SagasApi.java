package io.waybill.saga.letter;

import io.waybill.letters.Readers;
import io.waybill.letters.store.DeadLetters;
import io.waybill.letters.store.Parked;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators: which sagas there are, and what each has parked. */
@RestController
@RequestMapping("${waybill.letters.path}")
final class SagasApi {
    private final Readers readers;
    private final DeadLetters letters;

    SagasApi(Readers readers, DeadLetters letters) {
        this.readers = readers;
        this.letters = letters;
    }

    @GetMapping
    Items all() {
        return new Items(readers.all().stream()
                .map(reader -> new Item(reader.processor(), letters.parked(reader.processor())))
                .toList());
    }

    record Items(List<Item> items) {}

    /** @param name of a saga, or of what calls an outside provider for one */
    record Item(String name, Parked deadLetters) {}
}
