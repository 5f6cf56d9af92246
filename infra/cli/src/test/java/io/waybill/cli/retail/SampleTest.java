package io.waybill.cli.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The sample that the repository carries. */
class SampleTest {
    private static final Path FOLDER = Path.of(System.getProperty("waybill.root", "."), "docs", "sample");

    @Test
    void every_figure_of_the_sample_is_met() throws Exception {
        RetailFile sample = RetailFile.read(FOLDER.resolve("online-retail-sample.csv.gz"), Days.ALL);

        new Expectation(FOLDER.resolve("expected.json")).isMetBy(sample);
        assertThat(sample.rowsNotOrders()).containsOnlyKeys(NotAnOrder.values());
    }
}
