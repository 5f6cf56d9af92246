package io.waybill.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PidFileTest {
    private static final ProcessHandle ME = ProcessHandle.current();

    @TempDir
    private Path folder;

    private PidFile file;

    @BeforeEach
    void nothing_is_recorded() {
        file = new PidFile(folder.resolve("server.pid"));
    }

    @Test
    void a_recorded_process_is_found_while_it_runs() {
        file.write(ME);
        assertThat(file.process()).contains(ME);
    }

    @Test
    void nothing_is_found_before_the_first_start_and_after_deletion() {
        assertThat(file.process()).isEmpty();
        file.write(ME);
        file.delete();
        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_found() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        file.write(ended.toHandle());
        ended.waitFor();
        assertThat(file.process()).isEmpty();
    }

    @Test
    void another_process_under_the_same_number_is_not_taken_for_it() throws IOException {
        Instant anHourBefore = ME.info().startInstant().orElseThrow().minus(Duration.ofHours(1));
        Files.writeString(file.path(), ME.pid() + " " + anHourBefore.toEpochMilli());
        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_torn_record_counts_as_none() throws IOException {
        Files.writeString(file.path(), "12");
        assertThat(file.process()).isEmpty();
    }
}
