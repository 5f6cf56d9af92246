package io.waybill.faults;

import io.waybill.servers.LocalServer;

/** Something that can be killed at any moment, and started again. */
record Mortal(String name, Runnable kill, Runnable start) {
    static Mortal of(LocalServer server) {
        return new Mortal(server.name(), server::kill, server::start);
    }

    static Mortal of(ServiceProcess service) {
        return new Mortal(service.name(), service::kill, service::start);
    }

    @Override
    public String toString() {
        return name;
    }
}
