/** What all read APIs ask of a request's parameters: none unknown, none twice, cursors as they were given out. */
@NullMarked
package io.waybill.query.parameter;

import org.jspecify.annotations.NullMarked;
