package io.waybill.command.edge;

import java.util.function.LongFunction;

/**
 * A command that changes what is there, and how the answer speaks of that.
 *
 * @param id of the aggregate
 * @param body made from its version: what names it
 */
public record Change(Object command, Object id, LongFunction<?> body) {}
