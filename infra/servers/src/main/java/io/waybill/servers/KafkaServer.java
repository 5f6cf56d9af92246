package io.waybill.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker that is its own controller (KRaft), in a JVM of its own. */
public final class KafkaServer extends LocalServer {
    private static final String CLUSTER_ID = "V2F5YmlsbC1sb2NhbC1ydQ";
    private static final String HEAP = "-Xmx256m";
    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-Dorg.slf4j.simpleLogger.showThreadName=false");

    private final Installation installation;
    private final Place place;
    private final int controllerPort;
    private final int advertisedPort;

    /** Both ports are of the loopback address, and may differ from the last start's. */
    public KafkaServer(Installation installation, Place place, int port, int controllerPort) {
        this(installation, place, port, controllerPort, port);
    }

    /**
     * One that clients reach by another port than its own.
     *
     * @param advertisedPort of the loopback address: where clients are sent, whatever passes them on to {@code port}
     */
    public KafkaServer(Installation installation, Place place, int port, int controllerPort, int advertisedPort) {
        super("Kafka", port);
        this.installation = installation;
        this.place = place;
        this.controllerPort = controllerPort;
        this.advertisedPort = advertisedPort;
    }

    @Override
    Launch prepare() {
        place.createParents();
        if (!Files.exists(place.data())) {
            format();
        }
        Path settings = writeSettings("server.properties", place.data());
        List<String> command = java("kafka.Kafka", settings.toString());
        return new Launch(name(), command, Map.of(), List.of(), Ending.TERMINATE, place);
    }

    @Override
    boolean answers() {
        return new KafkaProbe(port()).answers();
    }

    /** Prepares the data beside their place: a half-made folder is never taken for a whole one. */
    private void format() {
        Path draft = place.draft();
        try {
            Trees.delete(draft);
            Files.createDirectories(draft);
            Path settings = writeSettings("format.properties", draft);
            Programs.run(java("kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", settings.toString()));
            Files.delete(settings);
            Files.move(draft, place.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> java(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Installation.java(), HEAP, "-XX:+UseSerialGC"));
        command.addAll(installation.allowance().compiling());
        command.addAll(LOGGING);
        command.addAll(List.of("-cp", installation.kafkaClassPath(), program));
        command.addAll(List.of(arguments));
        return command;
    }

    private Path writeSettings(String file, Path data) {
        String settings = """
                process.roles=broker,controller
                node.id=1
                # Named here rather than in the data, so that the ports may change between two starts.
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%4$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                # One broker: there is nobody to copy to.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A group starts with the first consumer; nobody else is on the way.
                group.initial.rebalance.delay.ms=0
                # A name that is misspelt is an error, not a new topic.
                auto.create.topics.enable=false
                """.formatted(port(), controllerPort, data.resolve("log"), advertisedPort);
        try {
            return Files.writeString(data.resolve(file), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
