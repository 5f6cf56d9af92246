package io.waybill.command.dispatch;

import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a request asks for.
 *
 * @param aggregateId of the aggregate that the command is for
 * @param answer made when the events are appended; asks for the aggregate's version after the command, if it tells it
 */
public record Task(Object command, String aggregateId, Function<LongSupplier, Answer> answer) {}
