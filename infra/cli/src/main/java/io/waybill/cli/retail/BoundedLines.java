package io.waybill.cli.retail;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a line that goes on and on, so that a file of another kind cannot fill the memory. */
final class BoundedLines extends FilterReader {
    static final int MAX_LINE = 10_000;

    private int length;

    BoundedLines(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count((char) next);
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int read = super.read(buffer, offset, size);
        for (int i = 0; i < read; i++) {
            count(buffer[offset + i]);
        }
        return read;
    }

    private void count(char next) throws LineTooLong {
        length = next == '\n' ? 0 : length + 1;
        if (length > MAX_LINE) {
            throw new LineTooLong();
        }
    }
}
