/** What is known of each rebuild: asked for, under way, ended. What is done about it is elsewhere. */
@NullMarked
package io.waybill.projection.rebuild;

import org.jspecify.annotations.NullMarked;
