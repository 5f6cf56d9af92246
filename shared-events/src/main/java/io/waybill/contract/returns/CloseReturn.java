package io.waybill.contract.returns;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nothing more will happen to the return. */
public record CloseReturn(@TargetAggregateIdentifier ReturnId returnId, ReturnOutcome outcome)
        implements ReturnCommand {}
