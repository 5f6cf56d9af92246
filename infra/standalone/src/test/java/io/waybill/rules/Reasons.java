package io.waybill.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The reasons that stand in one class: the texts in capitals that it hands to a problem's constructor. */
final class Reasons {
    private static final String PROBLEM = "io/waybill/web/ApiProblem";
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private final Set<String> named = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();
    private boolean fromElsewhere;
    private List<String> capitals = new ArrayList<>();

    private Reasons() {}

    static Reasons in(JavaClass type) {
        Reasons reasons = new Reasons();
        for (MethodModel method : model(type).methods()) {
            reasons.capitals = new ArrayList<>();
            method.code().ifPresent(code -> code.forEach(reasons::read));
        }
        return reasons;
    }

    /** @param handed whether a reason that is not named where the problem is made comes from within the class */
    Set<String> all(boolean handed) {
        return fromElsewhere && handed ? texts : named;
    }

    /** All texts in capitals of a method. */
    static Set<String> constants(JavaClass type, String method) {
        Set<String> texts = new TreeSet<>();
        model(type).methods().stream()
                .filter(each -> each.methodName().equalsString(method))
                .flatMap(each -> each.code().stream())
                .forEach(code -> code.forEach(element -> {
                    String text = text(element);
                    if (text != null) {
                        texts.add(text);
                    }
                }));
        return texts;
    }

    private void read(CodeElement element) {
        String text = text(element);
        if (element instanceof NewObjectInstruction made
                && made.className().asInternalName().equals(PROBLEM)) {
            capitals = new ArrayList<>();
        } else if (text != null) {
            capitals.add(text);
            texts.add(text);
        } else if (element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals(PROBLEM)
                && call.name().equalsString("<init>")) {
            named.addAll(capitals);
            fromElsewhere |= capitals.isEmpty();
            capitals = new ArrayList<>();
        }
    }

    private static String text(CodeElement element) {
        return element instanceof LoadConstantInstruction load
                        && load.constantValue() instanceof String text
                        && REASON.matcher(text).matches()
                ? text
                : null;
    }

    private static ClassModel model(JavaClass type) {
        try (InputStream in = Objects.requireNonNull(
                Reasons.class.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class"))) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
