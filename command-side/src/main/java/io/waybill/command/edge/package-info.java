/** What all command endpoints share at the HTTP edge: who calls, how an answer is made, which problem an exception is. */
@NullMarked
package io.waybill.command.edge;

import org.jspecify.annotations.NullMarked;
