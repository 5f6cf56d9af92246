package io.waybill.gateway;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The base addresses of the services behind the gateway: scheme, host and port. */
@Validated
@ConfigurationProperties("waybill.gateway")
record Upstreams(
        @NotNull URI commandSide,
        @NotNull URI querySide,
        @NotNull URI projections,
        @NotNull URI sagas) {}
