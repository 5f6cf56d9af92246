package io.waybill.gateway.document;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Whose descriptions make the whole, by name. */
public record DescribedServices(SequencedMap<String, URI> byName) {
    public DescribedServices {
        byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }
}
