package io.waybill.web.problem;

import java.io.IOException;

/** The body went on beyond what is taken. */
final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLarge(long limitBytes) {
        super("a body of more than " + limitBytes + " bytes");
    }
}
