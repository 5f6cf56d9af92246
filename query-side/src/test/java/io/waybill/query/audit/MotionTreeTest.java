package io.waybill.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.query.audit.Motion.Command;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MotionTreeTest {
    @Test
    void commands_lead_to_events_and_these_to_commands() {
        List<Command> tree = MotionTree.of(List.of(
                event(1, "e1", "place", null),
                event(2, "e2", "reserve-a", "e1"),
                event(3, "e3", "reserve-b", "e1"),
                event(4, "e4", "confirm", "e3"),
                event(5, "e5", "confirm", "e3")));

        assertThat(tree).hasSize(1);
        Command place = tree.getFirst();
        assertThat(place.cause()).isNull();
        List<Command> reserving = place.events().getFirst().ledTo();
        assertThat(reserving).extracting(Command::commandId).containsExactly("reserve-a", "reserve-b");
        List<Command> confirming = reserving.getLast().events().getFirst().ledTo();
        assertThat(confirming).extracting(Command::commandId).containsExactly("confirm");
        assertThat(confirming.getFirst().events())
                .extracting(Motion.Event::eventId)
                .containsExactly("e4", "e5");
    }

    @Test
    void what_came_of_something_unknown_stands_by_itself_and_says_so() {
        List<Command> tree = MotionTree.of(
                List.of(event(1, "e1", "place", "elsewhere"), event(2, "e2", null, null), event(3, "e3", "odd", "e3")));

        assertThat(tree).extracting(Command::commandId).containsExactly("place", null, "odd");
        assertThat(tree).extracting(Command::cause).containsExactly("elsewhere", null, "e3");
    }

    @Test
    void no_path_is_longer_than_its_bound_and_no_event_is_lost() {
        int count = 3 * MotionTree.MAX_DEPTH;
        List<Moved> chain = IntStream.range(0, count)
                .mapToObj(n -> event(n, "e" + n, "c" + n, "e" + (n - 1)))
                .toList();

        List<Command> tree = MotionTree.of(chain);

        assertThat(tree).hasSize(3);
        assertThat(tree.getLast().cause()).isEqualTo("e" + (2 * MotionTree.MAX_DEPTH - 1));
        assertThat(tree.stream().mapToInt(MotionTreeTest::events).sum()).isEqualTo(count);
    }

    private static int events(Command command) {
        return command.events().stream()
                .mapToInt(event -> 1
                        + event.ledTo().stream()
                                .mapToInt(MotionTreeTest::events)
                                .sum())
                .sum();
    }

    private static Moved event(long position, String id, @Nullable String command, @Nullable String cause) {
        return new Moved("order", "1", position, "Happened", Instant.EPOCH, position, id, "Do", command, cause, "ada");
    }
}
