package io.waybill.letters.retry;

import org.springframework.dao.TransientDataAccessException;

/** It is too early for a retry: the processor has not passed the letter's event everywhere. That passes by itself. */
final class SegmentBehindException extends TransientDataAccessException {
    private static final long serialVersionUID = 1L;

    SegmentBehindException(String processor) {
        super("a segment of " + processor + " has still to pass this event; try again when it has");
    }
}
