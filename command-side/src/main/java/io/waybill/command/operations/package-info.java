/** What operators ask of the write side: whether store and topic agree, and to have the topic filled again. No commands. */
@NullMarked
package io.waybill.command.operations;

import org.jspecify.annotations.NullMarked;
