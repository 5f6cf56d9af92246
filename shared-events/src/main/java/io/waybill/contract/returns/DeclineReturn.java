package io.waybill.contract.returns;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The customer shall keep them. */
public record DeclineReturn(@TargetAggregateIdentifier ReturnId returnId, String reason) implements ReturnCommand {}
