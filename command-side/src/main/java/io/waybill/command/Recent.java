package io.waybill.command;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an aggregate whose stream has no end remembers of what it is done with: the last {@value #MOST}, oldest first, so
 * that its state, which each command loads, does not grow with its history.
 *
 * <p>It is the second guard against doing a thing twice. The first is the key under which each request and each step of a
 * saga is carried out once; what is remembered here stops the same thing under another key, as when an operator has a step
 * taken again. That comes soon after or never, so what is forgotten here has long been settled.
 */
public record Recent<T>(List<T> items) {
    /** Some dozen bytes each: little beside what a stock or a wallet holds anyway. */
    public static final int MOST = 128;

    public Recent {
        items = List.copyOf(items);
    }

    public static <T> Recent<T> none() {
        return new Recent<>(List.of());
    }

    /** With one more, which pushes out the oldest if there are too many. */
    public Recent<T> with(T item) {
        return new Recent<>(Stream.concat(items.stream().skip(Math.max(0, items.size() - MOST + 1)), Stream.of(item))
                .toList());
    }

    public boolean contains(T item) {
        return items.contains(item);
    }

    public boolean any(Predicate<? super T> test) {
        return items.stream().anyMatch(test);
    }
}
