package io.waybill.standalone;

import io.waybill.servers.Installation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Starts the servers and the services, each as soon as what it needs is there, and ends them in the reverse order. */
final class Supervisor {
    /** A service's start is work for one processor, so more than these at once only delay each other. */
    private static final int STARTS_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final List<LocalService> wanted;
    private final RunningServers servers;
    private final RunningServices services;
    private final Executor serverStarts = Executors.newVirtualThreadPerTaskExecutor();
    private final Executor serviceStarts = Executors.newFixedThreadPool(
            STARTS_AT_ONCE, Thread.ofPlatform().daemon().name("start-", 1).factory());

    Supervisor(Home home, Installation installation, PortPlan ports, Progress progress) {
        Credentials credentials = Credentials.in(home);
        wanted = LocalServices.all(ports, credentials);
        servers = new RunningServers(home, installation, ports, credentials, progress);
        services = new RunningServices(progress);
    }

    /**
     * Returns when every service is ready, or at the first failure; others may be running or starting then.
     *
     * @throws io.waybill.servers.ServerFailed when a server does not start
     * @throws LocalRunFailed when a service does not start or does not become ready
     */
    void start() {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        List<CompletableFuture<Void>> starts = beginAll();
        starts.forEach(start -> start.exceptionally(cause -> {
            failure.completeExceptionally(cause);
            return null;
        }));
        try {
            CompletableFuture.anyOf(failure, whenAll(starts)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        services.awaitReadiness();
        servers.keep();
    }

    private List<CompletableFuture<Void>> beginAll() {
        Map<OwnedServer, CompletableFuture<Void>> answering = new EnumMap<>(OwnedServer.class);
        for (OwnedServer server : OwnedServer.values()) {
            answering.put(server, CompletableFuture.runAsync(() -> servers.start(server), serverStarts));
        }
        List<CompletableFuture<Void>> starts = new ArrayList<>(answering.values());
        // The first service sets up the log for this JVM, which two at once would do twice.
        LocalService first = wanted.getFirst();
        CompletableFuture<Void> logging = CompletableFuture.runAsync(() -> services.start(first), serviceStarts);
        starts.add(logging);
        for (LocalService service : wanted.subList(1, wanted.size())) {
            List<CompletableFuture<Void>> needed = new ArrayList<>(List.of(logging));
            service.needs().forEach(server -> needed.add(answering.get(server)));
            starts.add(whenAll(needed).thenRunAsync(() -> services.start(service), serviceStarts));
        }
        return starts;
    }

    /** Ends whatever runs, also what is still starting. */
    void stop() {
        services.stop();
        servers.stop();
    }

    private static CompletableFuture<Void> whenAll(List<CompletableFuture<Void>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }
}
