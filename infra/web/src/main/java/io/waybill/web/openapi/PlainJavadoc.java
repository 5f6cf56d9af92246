package io.waybill.web.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.providers.SpringDocJavadocProvider;

/** Javadoc in the words of those who read no Java: code is set in Markdown, links are the names that they lead to. */
final class PlainJavadoc extends SpringDocJavadocProvider {
    @Override
    public String getClassJavadoc(Class<?> type) {
        return Words.plain(super.getClassJavadoc(type));
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        return super.getRecordClassParamJavadoc(type).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Words.plain(each.getValue())));
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return Words.plain(super.getMethodJavadocDescription(method));
    }

    @Override
    public String getParamJavadoc(Method method, String name) {
        return Words.plain(super.getParamJavadoc(method, name));
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return Words.plain(super.getFieldJavadoc(field));
    }
}
