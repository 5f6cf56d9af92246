package io.waybill.projection.view;

import org.axonframework.config.ProcessingGroup;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What writes each view: the bean whose processing group is called after it, unless the view makes one for each generation. */
@Component
public final class Writers {
    private final ApplicationContext context;

    Writers(ApplicationContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException if nothing writes the view */
    public Object of(View view, int generation) {
        return view.writer(generation).orElseGet(() -> bean(view));
    }

    private Object bean(View view) {
        return context.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .filter(bean -> view.name()
                        .equals(bean.getClass()
                                .getAnnotation(ProcessingGroup.class)
                                .value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing writes the view " + view.name()));
    }
}
