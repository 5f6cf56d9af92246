/** Dead letters, of projections and of sagas alike: listed, looked at, retried, discarded. */
@NullMarked
package io.waybill.cli.letter;

import org.jspecify.annotations.NullMarked;
