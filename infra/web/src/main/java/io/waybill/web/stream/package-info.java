/** Answers that take their time: written line by line while the work goes on, so that the one who asked sees how far it is. */
@NullMarked
package io.waybill.web.stream;

import org.jspecify.annotations.NullMarked;
