package io.waybill.simulator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;

/** Hold this amount on that card. */
record AuthorizationRequest(
        @NotBlank @Size(max = 64) String paymentId,
        @NotNull Money amount,
        @NotBlank @Size(max = 64) String cardToken) {}
