package io.waybill.simulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the simulator behaves.
 *
 * @param slow how long {@code tok_slow} takes
 * @param silence how long {@code tok_timeout} keeps its caller waiting
 * @param maxPayments how many are remembered
 * @param maxSilent how many callers are kept waiting at once
 */
@Validated
@ConfigurationProperties("waybill.simulator")
record SimulatorSettings(
        @NotNull Duration slow,
        @NotNull Duration silence,
        @Min(1) @Max(10_000_000) int maxPayments,
        @Min(1) @Max(100_000) int maxSilent) {}
