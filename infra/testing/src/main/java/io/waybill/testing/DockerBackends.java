package io.waybill.testing;

import io.waybill.servers.Allowance;
import io.waybill.servers.Ports;
import java.time.Duration;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Containers, which Testcontainers removes after the run. */
record DockerBackends(Allowance allowance) implements Backends {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String ELASTICSEARCH = "docker.elastic.co/elasticsearch/elasticsearch:8.19.21";
    private static final Duration UNTIL_READY = Duration.ofMinutes(3);

    @Override
    public Backend postgres(String password) {
        return new Container(
                new PostgreSQLContainer(POSTGRES)
                        .withUsername("postgres")
                        .withPassword(password)
                        .withCommand(
                                "postgres",
                                "-c",
                                "max_connections=200",
                                "-c",
                                "shared_buffers=" + allowance.sharedBuffers()),
                Ports.free(),
                5432);
    }

    @Override
    public Backend kafka() {
        return new Container(
                new KafkaContainer(KAFKA).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"), Ports.free(), 9092);
    }

    @Override
    public Backend elasticsearch() {
        return new Container(
                new ElasticsearchContainer(DockerImageName.parse(ELASTICSEARCH))
                        .withEnv("xpack.security.enabled", "false")
                        .withEnv("ES_JAVA_OPTS", allowance.searchOptions()),
                Ports.free(),
                9200);
    }

    /** @param port of this machine; bound by number, because a random one changes with each start of a container */
    private record Container(GenericContainer<?> container, int port, int inside) implements Backend {
        Container {
            container.setPortBindings(List.of(port + ":" + inside));
            container.withStartupTimeout(UNTIL_READY);
        }

        @Override
        public synchronized void start() {
            if (container.getContainerId() == null) {
                container.start();
            } else if (!container.isRunning()) {
                // Testcontainers' own stop would remove the container, and the data with it.
                container
                        .getDockerClient()
                        .startContainerCmd(container.getContainerId())
                        .exec();
                Wait.forListeningPort().withStartupTimeout(UNTIL_READY).waitUntilReady(container);
            }
        }

        @Override
        public synchronized void stop() {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public synchronized void kill() {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }
}
