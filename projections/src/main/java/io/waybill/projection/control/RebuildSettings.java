package io.waybill.projection.control;

import org.hibernate.validator.constraints.Range;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param atOnce how many rebuilds may be under way, of all projections together; others wait */
@Validated
@ConfigurationProperties("waybill.rebuilds")
record RebuildSettings(
        @DefaultValue("1") @Range(min = 1, max = 64) int atOnce) {}
