/**
 * Replays the log through a projection's code and keeps nothing of it, to see before a release what would fail, and how fast
 * it is. Nothing that is read is touched.
 */
@NullMarked
package io.waybill.projection.dryrun;

import org.jspecify.annotations.NullMarked;
