package io.waybill.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {
    @Test
    void the_sample_in_the_repository_is_what_the_generator_makes() throws Exception {
        Path sample = Path.of(System.getProperty("waybill.root", ".")).resolve(SampleGenerator.SAMPLE);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(sample))) {
            assertThat(new SampleGenerator().csv()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
