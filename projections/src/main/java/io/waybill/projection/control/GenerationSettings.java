package io.waybill.projection.control;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param keep how long a generation that served goes on following, so that it can serve again */
@ConfigurationProperties("waybill.generations")
record GenerationSettings(@DefaultValue("24h") Duration keep) {
    GenerationSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("waybill.generations.keep is a time, or 0");
        }
    }
}
