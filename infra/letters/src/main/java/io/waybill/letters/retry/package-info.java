/** How a dead letter is handed to its handlers once more, without any event overtaking another. */
@NullMarked
package io.waybill.letters.retry;

import org.jspecify.annotations.NullMarked;
