package io.waybill.testing;

import io.waybill.servers.Allowance;
import io.waybill.servers.ElasticsearchServer;
import io.waybill.servers.Installation;
import io.waybill.servers.KafkaServer;
import io.waybill.servers.LocalServer;
import io.waybill.servers.Place;
import io.waybill.servers.Ports;
import io.waybill.servers.PostgresServer;

/** Child processes of this JVM. */
record LocalBackends(Installation installation) implements Backends {
    LocalBackends(Allowance allowance) {
        this(Installation.find().with(allowance));
    }

    @Override
    public Backend postgres(String password) {
        return new Local(new PostgresServer(installation, place("postgres"), Ports.free(), password));
    }

    @Override
    public Backend kafka() {
        return new Local(new KafkaServer(installation, place("kafka"), Ports.free(), Ports.free()));
    }

    @Override
    public Backend elasticsearch() {
        return new Local(new ElasticsearchServer(installation, place("elasticsearch"), Ports.free(), Ports.free()));
    }

    private static Place place(String server) {
        return Place.below(Scratch.FOLDER, server);
    }

    private record Local(LocalServer server) implements Backend {
        Local {
            Scratch.killAtExit(server);
        }

        @Override
        public int port() {
            return server.port();
        }

        @Override
        public synchronized void start() {
            if (!server.isRunning()) {
                server.start();
            }
        }

        @Override
        public synchronized void stop() {
            server.stop();
        }

        @Override
        public synchronized void kill() {
            server.kill();
        }
    }
}
