package io.waybill.standalone;

import io.waybill.servers.Ending;
import io.waybill.servers.PidFile;
import io.waybill.servers.Place;
import java.time.Duration;
import java.util.Locale;

/** The servers that a local run starts, as they are found again after the one who started them is gone. */
enum OwnedServer {
    POSTGRES("PostgreSQL", Ending.INTERRUPT),
    KAFKA("Kafka", Ending.TERMINATE),
    ELASTICSEARCH("Elasticsearch", Ending.TERMINATE);

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String label;
    private final Ending ending;

    OwnedServer(String label, Ending ending) {
        this.label = label;
        this.ending = ending;
    }

    String label() {
        return label;
    }

    Place place(Home home) {
        return Place.below(home.folder(), name().toLowerCase(Locale.ROOT));
    }

    PidFile pidFile(Home home) {
        return new PidFile(place(home).pidFile());
    }

    int port(PortPlan ports) {
        return switch (this) {
            case POSTGRES -> ports.postgres();
            case KAFKA -> ports.kafka();
            case ELASTICSEARCH -> ports.elasticsearch();
        };
    }

    /** Ends it, whoever started it. Returns whether it ran. */
    boolean end(Home home) {
        PidFile file = pidFile(home);
        boolean ran = file.process()
                .map(process -> {
                    ending.end(process, PATIENCE);
                    return true;
                })
                .orElse(false);
        file.delete();
        return ran;
    }
}
