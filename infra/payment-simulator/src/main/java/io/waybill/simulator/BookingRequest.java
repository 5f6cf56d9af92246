package io.waybill.simulator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Fetch it at that warehouse and take it there. */
record BookingRequest(
        @NotBlank @Size(max = 64) String from,
        @Valid @NotNull Address to) {
    record Address(
            @Size(max = MAX) @Nullable String name,
            @Size(max = MAX) @Nullable String street,
            @Size(max = MAX) @Nullable String city,
            @Size(max = MAX) @Nullable String postcode,
            @NotBlank @Size(max = MAX) String country) {
        private static final int MAX = 500;
    }
}
