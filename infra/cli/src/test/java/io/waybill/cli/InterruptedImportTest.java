package io.waybill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InterruptedImportTest {
    private static final int ORDERS = 60;
    private static final int BEFORE = 10;

    @TempDir
    private Path folder;

    /** The import as a process of its own, to be killed. */
    static final class Main {
        public static void main(String[] args) {
            System.exit(new CommandLine(new ImportCommand()).execute(args));
        }
    }

    @Test
    void an_interrupted_import_says_so_and_the_same_command_goes_on_from_there() throws Exception {
        Path file = Files.writeString(folder.resolve("retail.csv"), rows());
        Path words = folder.resolve("words");
        Semaphore mayBePlaced = new Semaphore(BEFORE);
        try (PretendWaybill waybill = new PretendWaybill()) {
            waybill.onOrder = mayBePlaced::acquireUninterruptibly;
            Process first = begin(file, waybill, words);
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> !waybill.orders.isEmpty());

            first.destroy();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(words).contains("Stopping;"));
            mayBePlaced.release(ORDERS);

            assertThat(first.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(words)).contains("Interrupted.", "the same command again goes on from here");
            assertThat(waybill.orders).hasSizeBetween(1, ORDERS - 1);

            mayBePlaced.release(ORDERS);
            assertThat(new Shell().run(new ImportCommand(), file, "--url", waybill.url()))
                    .isZero();
            assertThat(waybill.orders).hasSize(ORDERS);
            assertThat(waybill.stock).containsEntry("A@MAIN", ORDERS);
        }
    }

    private static Process begin(Path file, PretendWaybill waybill, Path words) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        file.toString(),
                        "--url=" + waybill.url(),
                        "--concurrency=4")
                .redirectErrorStream(true)
                .redirectOutput(words.toFile())
                .start();
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int i = 1; i <= ORDERS; i++) {
            rows.append(i).append(",A,MUG,1,2010-12-01 08:26:00,1,,France\n");
        }
        return rows.toString();
    }
}
