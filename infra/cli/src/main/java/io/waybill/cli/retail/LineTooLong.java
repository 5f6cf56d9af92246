package io.waybill.cli.retail;

import java.io.IOException;

/** No row of the format is this long. */
final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1;
}
