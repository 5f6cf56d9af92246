/** How far each projection has followed the log, and whether it can: for operators, health checks and metrics. */
@NullMarked
package io.waybill.projection.progress;

import org.jspecify.annotations.NullMarked;
