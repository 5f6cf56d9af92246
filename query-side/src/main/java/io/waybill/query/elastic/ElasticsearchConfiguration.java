package io.waybill.query.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import org.apache.http.HttpHost;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.elasticsearch.client.RestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client, declared by hand because Boot's own is of a generation that an 8.x server refuses. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {
    /** Connects when it is first used, so the service starts without Elasticsearch. */
    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearch(ElasticsearchSettings settings) {
        RestClient http = RestClient.builder(HttpHost.create(settings.url().toString()))
                .setRequestConfigCallback(request -> request.setConnectTimeout(
                                (int) settings.connectTimeout().toMillis())
                        .setSocketTimeout((int) settings.answerTimeout().toMillis()))
                .setHttpClientConfigCallback(client -> settings.username() == null
                        ? client
                        : client.setDefaultCredentialsProvider(credentials(settings)))
                .build();
        return new ElasticsearchClient(new RestClientTransport(http, new JacksonJsonpMapper()));
    }

    private static BasicCredentialsProvider credentials(ElasticsearchSettings settings) {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                AuthScope.ANY, new UsernamePasswordCredentials(settings.username(), settings.password()));
        return credentials;
    }
}
