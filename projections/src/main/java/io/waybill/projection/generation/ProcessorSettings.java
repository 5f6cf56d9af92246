package io.waybill.projection.generation;

import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is handled.
 *
 * @param segments how many a generation begins with: what can be handled at once, on all nodes together
 * @param batchSize events in one transaction
 * @param buildingBatchSize the same while a generation is built, which nobody waits for a single event of
 * @param buildingRateWhenBusy events a second of a generation that is built, at least, while this machine's processors have
 *     more to do than they can
 */
@Validated
@ConfigurationProperties("waybill.processors")
record ProcessorSettings(
        @DefaultValue("2") @Range(min = 1, max = 64) int segments,
        @DefaultValue("200") @Range(min = 1, max = 10_000) int batchSize,
        @DefaultValue("1000") @Range(min = 1, max = 10_000) int buildingBatchSize,

        @DefaultValue("3000") @Range(min = 1, max = 1_000_000)
        int buildingRateWhenBusy) {}
