package io.waybill.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. Maven forbids most of this already; here it is written down whole. */
final class ModuleArrowsTest {
    private static final String ROOT = "io.waybill.";

    /** A module by its root package, and the modules that it may depend on. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("contract", Set.of()),
            entry("json", Set.of()),
            entry("rpc", Set.of("eventing")),
            entry("servers", Set.of()),
            entry("testing", Set.of("servers")),
            entry("eventing", Set.of("json")),
            entry("web", Set.of("json")),
            entry("letters", Set.of("eventing", "web", "json")),
            entry("simulator", Set.of("web", "json")),
            entry("command", Set.of("contract", "eventing", "rpc", "web", "json")),
            entry("saga", Set.of("contract", "eventing", "letters", "rpc", "web", "json")),
            entry("projection", Set.of("contract", "eventing", "letters", "rpc", "web", "json")),
            entry("query", Set.of("contract", "web", "json")),
            entry("gateway", Set.of("web")),
            entry("cli", Set.of("contract", "json")),
            entry(
                    "standalone",
                    Set.of("servers", "web", "command", "saga", "projection", "query", "gateway", "simulator", "cli")));

    static Set<String> modules() {
        return Product.CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_knows_only_those_it_may(String module) {
        Set<String> known = MAY_KNOW.get(module);
        assertThat(known).as("what %s may know", module).isNotNull();
        String[] allowed = Stream.concat(Stream.of(module), known.stream())
                .map(each -> ROOT + each + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed))))
                .check(Product.CLASSES);
    }

    /** Without the contract: an order names stock and stock names orders, and what all agree on is one thing. */
    static Stream<String> modulesOfLayers() {
        return modules().stream().filter(module -> !module.equals("contract"));
    }

    @ParameterizedTest
    @MethodSource("modulesOfLayers")
    void the_packages_of_a_module_form_no_circle(String module) {
        slices().matching(ROOT + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    @Test
    void the_contract_needs_nothing_but_annotations_and_money() {
        classes()
                .that()
                .resideInAPackage("io.waybill.contract..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.waybill.contract..",
                        "java..",
                        "org.jspecify..",
                        "org.joda.money..",
                        "com.fasterxml.jackson.annotation..",
                        "org.axonframework.serialization..",
                        "org.axonframework.modelling.command..",
                        "org.axonframework.commandhandling.."))
                .check(Product.CLASSES);
    }

    @Test
    void the_query_side_knows_nothing_of_events() {
        noClasses()
                .that()
                .resideInAPackage("io.waybill.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "org.apache.kafka..", "io.grpc..")
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    @Test
    void the_read_side_sends_no_commands() {
        noClasses()
                .that()
                .resideInAPackage("io.waybill.projection..")
                .should()
                .dependOnClassesThat()
                // Of the internal endpoint it knows the keys of personal data, and nothing else.
                .resideInAnyPackage("org.axonframework.commandhandling..", "io.grpc..", "io.waybill.rpc")
                .check(Product.CLASSES);
    }
}
