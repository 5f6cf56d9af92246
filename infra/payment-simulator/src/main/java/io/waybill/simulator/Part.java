package io.waybill.simulator;

import jakarta.validation.constraints.NotNull;
import org.joda.money.Money;

/** So much of a payment. */
record Part(@NotNull Money amount) {}
