package io.waybill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programs decide by a problem's reason, so docs/api/problems.md has a line for each that there is. */
final class DocumentedReasonsTest {
    private static final String REFUSED = "io.waybill.command.Refused";

    /** Outside of the product: what the local run pretends to be. */
    private static final String SIMULATED = "io.waybill.simulator";

    /**
     * These take the reason from a refusal, or from an HTTP status. Any other class that does not hand it to the problem
     * itself has a method for that, and all its texts in capitals are reasons.
     */
    private static final Set<String> HAND_ON =
            Set.of("io.waybill.command.edge.EdgeConfiguration", "io.waybill.web.problem.Statuses");

    private static final Pattern LINE = Pattern.compile("^\\| `([A-Z0-9_]+)` \\|", Pattern.MULTILINE);

    @Test
    void every_reason_has_its_line_in_the_documentation_and_no_line_is_left_over() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher line = LINE.matcher(
                Files.readString(Path.of(System.getProperty("waybill.root"), "docs", "api", "problems.md")));
        while (line.find()) {
            documented.add(line.group(1));
        }

        assertThat(documented).containsExactlyInAnyOrderElementsOf(reasons());
    }

    private static Set<String> reasons() {
        Set<String> reasons = new TreeSet<>();
        problemMakers().forEach(type -> reasons.addAll(Reasons.in(type).all(!HAND_ON.contains(type.getName()))));
        Product.CLASSES.stream()
                .filter(type -> type.isAssignableTo(REFUSED) && !type.getName().equals(REFUSED))
                .forEach(type -> reasons.addAll(ofRefusal(type)));
        return reasons;
    }

    private static List<JavaClass> problemMakers() {
        return Product.CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith(SIMULATED))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getName().equals("io.waybill.web.ApiProblem")))
                .toList();
    }

    private static Set<String> ofRefusal(JavaClass type) {
        Set<String> reasons = new TreeSet<>(Reasons.constants(type, "reason"));
        Arrays.stream(type.reflect().getDeclaredClasses())
                .filter(Class::isEnum)
                .flatMap(each -> Arrays.stream(each.getEnumConstants()))
                .forEach(each -> reasons.add(((Enum<?>) each).name()));
        return reasons;
    }
}
