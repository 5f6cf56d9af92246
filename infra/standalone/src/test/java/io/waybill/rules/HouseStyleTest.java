package io.waybill.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What every class of the house keeps to, and no compiler checks. */
final class HouseStyleTest {
    private static final String GENERATED = "io.waybill.rpc";

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .check(Product.CLASSES);
    }

    @Test
    void no_field_is_an_optional() {
        noFields().should().haveRawType(Optional.class).check(Product.CLASSES);
    }

    @Test
    void no_amount_of_money_is_a_floating_point_number() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.waybill.contract..")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(Product.CLASSES);
    }

    @Test
    void a_package_is_named_after_what_it_is_about() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..helpers..",
                        "..manager..",
                        "..impl..",
                        "..dto..",
                        "..service..",
                        "..services..",
                        "..misc..")
                .check(Product.CLASSES);
    }

    @Test
    void every_package_is_null_marked_and_says_what_it_is_for() {
        List<String> unmarked = Product.CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.getName().startsWith(GENERATED))
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void only_what_a_user_calls_at_a_terminal_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.waybill.cli..", "io.waybill.standalone..", "io.waybill.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Product.CLASSES);
    }

    @Test
    void the_log_is_written_through_one_interface() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
                .check(Product.CLASSES);
    }

    @Test
    void a_class_is_final_unless_it_is_there_to_be_extended() {
        TreeSet<String> open = Product.CLASSES.stream()
                .filter(found -> !found.getPackageName().startsWith(GENERATED))
                .filter(found -> !found.isInterface() && !found.isEnum() && !found.isAnonymousClass())
                .filter(found -> !found.getModifiers().contains(JavaModifier.FINAL)
                        && !found.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(found -> found.getAnnotations().isEmpty()
                        && found.getSubclasses().isEmpty())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).isEmpty();
    }
}
