/** What all read APIs ask of a request's parameters: values that check themselves, cursors as they were given out. */
@NullMarked
package io.waybill.query.parameter;

import org.jspecify.annotations.NullMarked;
