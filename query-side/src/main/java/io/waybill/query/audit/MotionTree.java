package io.waybill.query.audit;

import io.waybill.query.audit.Motion.Command;
import io.waybill.query.audit.Motion.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a tree of the events of a request. */
final class MotionTree {
    /** Commands on one path. What is deeper begins a tree of its own, so that no answer is nested without bound. */
    static final int MAX_DEPTH = 50;

    private final Map<String, List<Moved>> byCommand = new LinkedHashMap<>();
    private final Map<String, List<String>> byCause = new HashMap<>();
    private final Deque<String> beginnings = new ArrayDeque<>();

    private MotionTree(List<Moved> events) {
        events.forEach(event -> byCommand
                .computeIfAbsent(command(event), first -> new ArrayList<>())
                .add(event));
        Map<String, Long> positions = new HashMap<>();
        events.forEach(event -> {
            if (event.eventId() != null) {
                positions.put(event.eventId(), event.position());
            }
        });
        byCommand.forEach((command, led) -> {
            String cause = led.getFirst().commandCause();
            // What led to something happened before it; anything else would be no tree.
            if (cause != null
                    && positions.getOrDefault(cause, Long.MAX_VALUE)
                            < led.getFirst().position()) {
                byCause.computeIfAbsent(cause, first -> new ArrayList<>()).add(command);
            } else {
                beginnings.add(command);
            }
        });
    }

    /** @param events in the order of the log */
    static List<Command> of(List<Moved> events) {
        MotionTree tree = new MotionTree(events);
        List<Command> commands = new ArrayList<>();
        while (!tree.beginnings.isEmpty()) {
            commands.add(tree.command(tree.beginnings.remove(), 1));
        }
        return commands;
    }

    private static String command(Moved event) {
        return event.commandId() == null ? "of the event at " + event.position() : event.commandId();
    }

    private Command command(String id, int depth) {
        List<Moved> led = byCommand.getOrDefault(id, List.of());
        Moved first = led.getFirst();
        List<Event> events = led.stream().map(event -> event(event, depth)).toList();
        return new Command(
                first.command(), first.commandId(), first.actor(), depth == 1 ? first.commandCause() : null, events);
    }

    private Event event(Moved event, int depth) {
        return new Event(
                event.type(),
                event.id(),
                event.version(),
                event.name(),
                event.recordedAt(),
                event.position(),
                event.eventId(),
                ledTo(event.eventId(), depth));
    }

    private List<Command> ledTo(@Nullable String event, int depth) {
        List<String> commands = event == null ? List.of() : byCause.getOrDefault(event, List.of());
        if (depth == MAX_DEPTH) {
            beginnings.addAll(commands);
            return List.of();
        }
        return commands.stream().map(each -> command(each, depth + 1)).toList();
    }
}
