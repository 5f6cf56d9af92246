import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Adds up the test reports of all modules and prints one line in Surefire's own form. The build runs it last, as a single
 * source file, with the repository's root and the build's start as arguments; older reports are of other builds. It fails
 * when a test failed, and also when none ran: a build that tests nothing proves nothing.
 */
final class TestTotals {
    private int run;
    private int failures;
    private int errors;
    private int skipped;

    public static void main(String[] args) throws IOException, XMLStreamException {
        TestTotals totals = new TestTotals();
        for (Path report : reports(Path.of(args[0]), Instant.parse(args[1]))) {
            totals.add(report);
        }
        System.out.printf(
                "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n",
                totals.run, totals.failures, totals.errors, totals.skipped);
        if (totals.run == 0) {
            System.err.println("No test was run.");
        }
        System.exit(totals.run > 0 && totals.failures == 0 && totals.errors == 0 ? 0 : 1);
    }

    private static List<Path> reports(Path root, Instant since) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (Path modules : List.of(root, root.resolve("infra"))) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(modules)) {
                for (Path module : folders) {
                    collect(module.resolve("target/surefire-reports"), since, reports);
                }
            }
        }
        return reports;
    }

    private static void collect(Path folder, Instant since, List<Path> reports) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                for (Path report : files) {
                    if (!Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
                        reports.add(report);
                    }
                }
            }
        }
    }

    private void add(Path report) throws IOException, XMLStreamException {
        try (InputStream content = Files.newInputStream(report)) {
            XMLStreamReader suite = XMLInputFactory.newDefaultFactory().createXMLStreamReader(content);
            suite.nextTag();
            run += count(suite, "tests");
            failures += count(suite, "failures");
            errors += count(suite, "errors");
            skipped += count(suite, "skipped");
        }
    }

    private static int count(XMLStreamReader suite, String attribute) {
        return Integer.parseInt(suite.getAttributeValue(null, attribute));
    }
}
