package io.waybill.command.edge;

import java.util.function.LongFunction;

/**
 * A command that creates something, or adds to it, and how the answer speaks of that.
 *
 * @param id of the aggregate
 * @param location of what is created
 * @param body made from its version: what names it
 */
public record Creation(Object command, Object id, String location, LongFunction<?> body) {}
