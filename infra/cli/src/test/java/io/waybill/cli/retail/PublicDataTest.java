package io.waybill.cli.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public data set, where it lies beside the repository. */
class PublicDataTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("waybill.root", "."), "..", "shared", "data", "online-retail");
    private static final Path FILE = FOLDER.resolve("2010-12_2011-08.csv.gz");

    @BeforeAll
    static void onlyWhereItIs() {
        assumeTrue(Files.isReadable(FILE), () -> "skipped: the Online Retail data is not at " + FILE.normalize());
    }

    @Test
    void every_figure_of_the_whole_file_is_met() throws Exception {
        new Expectation(FOLDER.resolve("expected.json")).isMetBy(RetailFile.read(FILE, Days.ALL));
    }

    @Test
    void the_first_ten_days_are_911_orders() throws Exception {
        RetailFile days = RetailFile.read(FILE, new Days(LocalDate.of(2010, 12, 1), LocalDate.of(2010, 12, 10)));

        assertThat(days.orders()).hasSize(911);
        assertThat(days.lines()).isEqualTo(24_697);
    }
}
