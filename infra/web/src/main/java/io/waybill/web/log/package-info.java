/** Log lines that name their service and trace, and traces without the noise of health checks. */
@NullMarked
package io.waybill.web.log;

import org.jspecify.annotations.NullMarked;
