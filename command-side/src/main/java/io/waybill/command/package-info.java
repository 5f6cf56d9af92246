/**
 * The command side: aggregates decide, their events are stored, and the relay carries them off. No view is read here.
 */
@NullMarked
package io.waybill.command;

import org.jspecify.annotations.NullMarked;
