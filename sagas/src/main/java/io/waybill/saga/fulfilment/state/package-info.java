/**
 * What a fulfilment knows and decides, without anything that acts: a state, the state after an event, the commands that
 * a state still wants to have their effect, and what it waits for.
 */
@NullMarked
package io.waybill.saga.fulfilment.state;

import org.jspecify.annotations.NullMarked;
