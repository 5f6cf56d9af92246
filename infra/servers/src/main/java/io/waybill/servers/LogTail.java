package io.waybill.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a log has gained since a moment: the part that explains why a server did not start. */
record LogTail(Path log, long from) {
    private static final int LINES = 12;
    private static final int MAX_BYTES = 16 * 1024;

    static LogTail from(Path log) {
        return new LogTail(log, sizeOf(log));
    }

    /** Its last lines, each indented on a line of its own, under a line that names the file. */
    String lastLines() {
        long end = sizeOf(log);
        long start = Math.max(from, end - MAX_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, end - start));
        try (FileChannel channel = FileChannel.open(log)) {
            channel.read(bytes, start);
        } catch (IOException unreadable) {
            return " Its log " + log + " cannot be read.";
        }
        List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                .lines()
                // Where in its source a server failed tells its user nothing.
                .filter(line -> !line.startsWith("\tat "))
                .toList();
        StringBuilder text = new StringBuilder(" The end of " + log + ":");
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                .forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    private static long sizeOf(Path log) {
        try {
            return Files.size(log);
        } catch (IOException notYetThere) {
            return 0;
        }
    }
}
