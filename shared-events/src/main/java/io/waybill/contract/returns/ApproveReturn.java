package io.waybill.contract.returns;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The customer may send them. */
public record ApproveReturn(@TargetAggregateIdentifier ReturnId returnId) implements ReturnCommand {}
