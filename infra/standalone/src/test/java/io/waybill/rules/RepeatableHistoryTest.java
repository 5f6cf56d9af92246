package io.waybill.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is decided from history must come out the same each time: it is told the time and the ids, and looks up nothing. */
final class RepeatableHistoryTest {
    private static final DescribedPredicate<JavaClass> AGGREGATES_AND_THEIR_STATES = describe(
            "aggregates and their states",
            found -> found.getPackageName().startsWith("io.waybill.command.")
                    && (found.isAnnotatedWith("org.axonframework.spring.stereotype.Aggregate")
                            || found.getSimpleName().endsWith("State")));

    private static final DescribedPredicate<JavaClass> SAGAS = describe(
            "sagas",
            found -> found.getPackageName().startsWith("io.waybill.saga.")
                    && found.isAnnotatedWith("org.axonframework.spring.stereotype.Saga"));

    private static final DescribedPredicate<JavaClass> VIEWS = resideInAnyPackage("io.waybill.projection..")
            .and(simpleNameEndingWith("View").or(simpleNameEndingWith("Writer")));

    private static final DescribedPredicate<JavaClass> HANDLERS_OF_PROJECTIONS = describe(
            "handlers of projections",
            found -> found.getPackageName().startsWith("io.waybill.projection.") && handlesEvents(found));

    private static final DescribedPredicate<JavaClass> HANDLERS_THAT_ACT = describe(
            "handlers that act on the world",
            found -> found.getPackageName().startsWith("io.waybill.saga.")
                    && handlesEvents(found)
                    && !SAGAS.test(found));

    private static final Set<String> CLOCKS_AND_DICE =
            Set.of("now", "currentTimeMillis", "nanoTime", "randomUUID", "random", "getTimeOrderedEpoch");

    private static final DescribedPredicate<JavaCall<?>> READS_A_CLOCK_OR_ROLLS_DICE =
            describe("reads a clock or rolls dice", call -> CLOCKS_AND_DICE.contains(call.getName()));

    @Test
    void an_aggregate_does_nothing_but_decide() {
        assertThat(Product.CLASSES.that(AGGREGATES_AND_THEIR_STATES)).isNotEmpty();
        noClasses()
                .that(AGGREGATES_AND_THEIR_STATES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.sql..",
                        "javax.sql..",
                        "java.util.concurrent..",
                        "org.slf4j..",
                        "org.springframework.."))
                .orShould()
                .callCodeUnitWhere(READS_A_CLOCK_OR_ROLLS_DICE)
                .check(Product.CLASSES);
    }

    @Test
    void a_saga_takes_times_and_ids_from_events() {
        assertThat(Product.CLASSES.that(SAGAS)).isNotEmpty();
        noClasses()
                .that(SAGAS)
                .should()
                .callCodeUnitWhere(READS_A_CLOCK_OR_ROLLS_DICE)
                .check(Product.CLASSES);
    }

    @Test
    void a_view_is_made_of_events_alone() {
        assertThat(Product.CLASSES.that(VIEWS)).isNotEmpty();
        noClasses()
                .that(VIEWS)
                .should()
                .callCodeUnitWhere(READS_A_CLOCK_OR_ROLLS_DICE)
                .check(Product.CLASSES);
    }

    /** Views are folded again whenever somebody likes, so nothing else may happen in their service. */
    @Test
    void in_projections_nothing_is_done_but_views_and_nobody_is_called() {
        assertThat(Product.CLASSES.that(HANDLERS_OF_PROJECTIONS)).isNotEmpty();
        classes()
                .that(HANDLERS_OF_PROJECTIONS)
                .should()
                .haveSimpleNameEndingWith("Writer")
                .check(Product.CLASSES);
        noClasses()
                .that(VIEWS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.net..",
                        "jakarta.mail..",
                        "io.grpc..",
                        "io.waybill.rpc..",
                        "org.springframework.web..",
                        "org.apache.kafka.clients.producer.."))
                .check(Product.CLASSES);
    }

    @Test
    void what_acts_on_the_world_is_never_replayed() {
        assertThat(Product.CLASSES.that(HANDLERS_THAT_ACT)).isNotEmpty();
        classes()
                .that(HANDLERS_THAT_ACT)
                .should()
                .beAnnotatedWith("org.axonframework.eventhandling.DisallowReplay")
                .check(Product.CLASSES);
    }

    private static boolean handlesEvents(JavaClass found) {
        return found.isAnnotatedWith("org.axonframework.config.ProcessingGroup");
    }
}
