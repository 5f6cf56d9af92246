package io.waybill.cli.retail;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a file of the format row by row, compressed or not, and stops at the first thing that does not belong. */
final class Rows implements AutoCloseable {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVParser csv;
    private final Iterator<CSVRecord> records;
    private long line = 1;

    private Rows(CSVParser csv) {
        this.csv = csv;
        this.records = csv.iterator();
    }

    /** @param file stays the caller's to close */
    static Rows of(InputStream file) throws IOException, NotTheFormat {
        Rows rows = new Rows(CSVParser.builder()
                .setReader(text(file))
                .setFormat(CSVFormat.RFC4180)
                .get());
        rows.checkHeader();
        return rows;
    }

    /** @return null after the last row */
    @Nullable
    Row next() throws IOException, NotTheFormat {
        long start = line + 1;
        CSVRecord cells = read(start);
        return cells == null ? null : Row.of(cells, start);
    }

    private void checkHeader() throws IOException, NotTheFormat {
        CSVRecord header = read(1);
        if (header == null) {
            throw new NotTheFormat(1, "the file is empty");
        }
        List<String> titles = header.toList();
        for (int i = 0; i < Column.HEADER.size(); i++) {
            String expected = Column.HEADER.get(i);
            String title = i < titles.size() ? titles.get(i).strip() : "";
            if (!title.equals(expected) && !title.equals(BYTE_ORDER_MARK + expected)) {
                throw new NotTheFormat(
                        1, expected, "is not there; the header has to be " + String.join(",", Column.HEADER));
            }
        }
    }

    private @Nullable CSVRecord read(long start) throws IOException, NotTheFormat {
        try {
            CSVRecord record = records.hasNext() ? records.next() : null;
            line = csv.getCurrentLineNumber();
            return record;
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            @Nullable String why = whatIsWrong(cause);
            if (why == null) {
                throw cause;
            }
            throw new NotTheFormat(start, why);
        } catch (IllegalStateException e) {
            throw new NotTheFormat(start, "is not CSV");
        }
    }

    /** What the trouble says of the file, or null where the trouble is with the disk. */
    private static @Nullable String whatIsWrong(IOException trouble) {
        return switch (trouble) {
            case CSVException _ -> "is not CSV: a quotation mark is not where it may be";
            case LineTooLong _ -> "is longer than any row may be";
            case CharacterCodingException _ -> "or one soon after it is not UTF-8 text";
            case EOFException _ -> "the compressed file is cut off soon after it";
            case ZipException _ -> "the compressed file is damaged soon after it";
            default -> null;
        };
    }

    private static Reader text(InputStream file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(file);
        return new BoundedLines(new InputStreamReader(
                isCompressed(bytes) ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    }

    /** By its first two bytes: a file's name can be anything. */
    private static boolean isCompressed(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
