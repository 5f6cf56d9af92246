package io.waybill.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@RealServers(Server.ELASTICSEARCH)
final class TestElasticsearchTest {
    private final TestElasticsearch elasticsearch = TestServers.elasticsearch();
    private final String index = elasticsearch.newIndexName();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_document_is_found() throws Exception {
        send("PUT", "/" + index + "/_doc/1?refresh=true", "{\"city\":\"Bristol\"}");
        assertThat(send("GET", "/" + index + "/_search?q=city:bristol", ""))
                .contains("\"total\":{\"value\":1,\"relation\":\"eq\"}");
    }

    @Test
    void it_keeps_its_documents_and_its_address_over_stop_and_start() throws Exception {
        send("PUT", "/" + index + "/_doc/1?refresh=true", "{\"city\":\"Leeds\"}");
        elasticsearch.stop();
        assertThatThrownBy(() -> send("GET", "/_cluster/health", "")).isInstanceOf(IOException.class);
        elasticsearch.start();
        assertThat(send("GET", "/" + index + "/_doc/1", "")).contains("Leeds");
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(elasticsearch.url() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
