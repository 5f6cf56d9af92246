package io.waybill.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class FullDiskTest {
    private static final int FAILURES = 20;

    @Test
    void on_a_full_disk_commands_fail_cleanly_and_work_resumes_when_there_is_room() throws Exception {
        Site site = Site.whole();
        assumeThat(site.servers().disk().mounted())
                .as("a file system of a bounded size can be mounted here")
                .isTrue();
        HttpResponse<String> answer;
        try (Trade _ = Trade.with(site)) {
            site.servers().disk().fill();
            site.ledger().fault();
            long until = site.ledger().sentAgain() + FAILURES;
            await().atMost(Site.PATIENCE).until(() -> site.ledger().sentAgain() >= until);
            answer = register(site);
            site.servers().disk().free();
            site.heal();
            long resumed = site.ledger().commandsAcknowledged() + FAILURES;
            await().atMost(Site.PATIENCE).until(() -> site.ledger().commandsAcknowledged() >= resumed);
        }

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Proof.of(site, FullDiskTest.class);
    }

    private static HttpResponse<String> register(Site site) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(site.gateway() + "/api/v1/products"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            "{\"sku\":\"FULL\",\"name\":\"x\",\"price\":{\"amount\":\"1.00\",\"currency\":\"GBP\"}}"))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
