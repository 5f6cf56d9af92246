package io.waybill.saga.fulfilment.state;

import io.waybill.contract.order.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told about a fulfilment.
 *
 * @param rejections why the order is rejected
 * @param undone what was undone, for a person
 * @param troubles what went wrong besides, for a person
 */
record Notes(List<Rejection> rejections, List<String> undone, List<String> troubles) {
    /** What comes after so many is not kept. */
    private static final int MAX = 100;

    static final Notes NONE = new Notes(List.of(), List.of(), List.of());

    Notes rejected(List<Rejection> reasons) {
        return new Notes(List.copyOf(reasons), undone, troubles);
    }

    Notes undone(String what) {
        return new Notes(rejections, with(undone, what), troubles);
    }

    Notes trouble(String what) {
        return new Notes(rejections, undone, with(troubles, what));
    }

    private static List<String> with(List<String> texts, String text) {
        if (texts.size() >= MAX || texts.contains(text)) {
            return texts;
        }
        List<String> more = new ArrayList<>(texts);
        more.add(text);
        return List.copyOf(more);
    }
}
