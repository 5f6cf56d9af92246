package io.waybill.web.problem;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What of a request is taken.
 *
 * @param maxBody the longest body; one byte more is answered with 413
 */
@Validated
@ConfigurationProperties("waybill.web")
record WebLimits(@NotNull @DefaultValue("1MB") DataSize maxBody) {}
