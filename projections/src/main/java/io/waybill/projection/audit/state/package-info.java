/**
 * What each event makes of its entity's state, all of it JSON: what is sealed in an event stays sealed in the state, and an
 * event that this release has no class for changes nothing. Knows no table.
 */
@NullMarked
package io.waybill.projection.audit.state;

import org.jspecify.annotations.NullMarked;
