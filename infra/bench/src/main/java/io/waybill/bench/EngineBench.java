package io.waybill.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waybill.testing.TestDatabase;
import io.waybill.testing.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Load an aggregate and append to it, as a command does: Waybill's storage engine against Axon's own, on the same server,
 * with the same serializer, pool and events, in rounds that take turns. A round gives two speeds and their ratio; printed
 * are the medians over the rounds.
 */
public final class EngineBench {
    private static final int[] THREADS = {1, 8, 16};
    private static final int[] EVENTS_A_COMMAND = {1, 10};
    private static final int DEFAULT_ROUNDS = 9;
    private static final int DEFAULT_MILLIS = 1_000;

    private EngineBench() {}

    /** One line of the result: medians, in commands a second, and what part of Axon's speed ours is. */
    record Cell(int threads, int eventsACommand, double ours, double axons, double ratio) {}

    /** @param arguments how many rounds for each cell, and how many milliseconds a round gives each engine */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ROUNDS;
        int millis = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_MILLIS;
        Figures.print(rounds + " rounds of " + millis + " ms for each engine; commands a second, medians");
        run(rounds, Duration.ofMillis(millis));
        System.exit(0);
    }

    /** All cells, printed as they come. */
    static List<Cell> run(int rounds, Duration round) throws Exception {
        List<Cell> cells = new ArrayList<>();
        try (HikariDataSource database = open(TestServers.postgres().newDatabase())) {
            EngineUnderLoad ours = EngineUnderLoad.waybills(database);
            EngineUnderLoad axons = EngineUnderLoad.axons(database);
            for (int threads : THREADS) {
                for (int events : EVENTS_A_COMMAND) {
                    Cell cell = cell(ours, axons, threads, events, rounds, round);
                    cells.add(cell);
                    Figures.print(String.format(
                            Locale.ROOT,
                            "%2d threads, %2d events a command   waybill %,8.0f   axon %,8.0f   ratio %.2f",
                            cell.threads,
                            cell.eventsACommand,
                            cell.ours,
                            cell.axons,
                            cell.ratio));
                }
            }
        }
        return cells;
    }

    private static Cell cell(
            EngineUnderLoad ours, EngineUnderLoad axons, int threads, int events, int rounds, Duration round)
            throws Exception {
        // Once unmeasured: compiled code, prepared statements, warm caches, for both.
        ours.commandsASecond(threads, events, round);
        axons.commandsASecond(threads, events, round);
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        double[] ratio = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                our[i] = ours.commandsASecond(threads, events, round);
                their[i] = axons.commandsASecond(threads, events, round);
            } else {
                their[i] = axons.commandsASecond(threads, events, round);
                our[i] = ours.commandsASecond(threads, events, round);
            }
            ratio[i] = our[i] / their[i];
        }
        return new Cell(threads, events, Figures.median(our), Figures.median(their), Figures.median(ratio));
    }

    private static HikariDataSource open(TestDatabase at) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(at.url());
        config.setUsername(at.username());
        config.setPassword(at.password());
        config.setMaximumPoolSize(THREADS[THREADS.length - 1]);
        return new HikariDataSource(config);
    }
}
