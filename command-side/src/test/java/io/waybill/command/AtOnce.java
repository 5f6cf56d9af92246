package io.waybill.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many clients at the same time. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of them got, in the order of their numbers from 0. */
    public static <T> List<T> call(int clients, IntFunction<T> request) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                calls.add(() -> request.apply(number));
            }
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
