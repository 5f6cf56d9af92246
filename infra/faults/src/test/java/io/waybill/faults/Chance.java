package io.waybill.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The run's one source of chance: its seed is printed, and given back with {@code -Dwaybill.faults.seed=}. */
final class Chance {
    private static final long SEED = seed();

    private final Random random;

    /** The same for each test in each run with the same seed, whatever ran before it. */
    Chance(Class<?> test) {
        random = new Random(SEED ^ test.getSimpleName().hashCode());
    }

    /** How often each fault comes: once in a build, many times with {@code -Pfaults}. */
    static int rounds() {
        return Integer.getInteger("waybill.faults.rounds", 1);
    }

    /** How much of something, at the least, in either form. */
    static int enough(int inBuild, int inLongForm) {
        return rounds() > 1 ? inLongForm : inBuild;
    }

    /** What one customer wishes for, one after the other; each customer of a run by his number. */
    static Random wishes(int customer) {
        return new Random(SEED + customer);
    }

    private static long seed() {
        String given = System.getProperty("waybill.faults.seed", "");
        return given.isEmpty() ? System.nanoTime() & 0xffff_ffffL : Long.parseLong(given);
    }

    static void tell() {
        System.out.println("faults: " + rounds() + " round(s); again with -Dwaybill.faults.seed=" + SEED);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> List<T> shuffled(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
