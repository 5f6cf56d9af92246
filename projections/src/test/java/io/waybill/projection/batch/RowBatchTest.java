package io.waybill.projection.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.contract.order.OrderLine;
import io.waybill.contract.order.OrderPlaced;
import io.waybill.contract.order.ShippingAddress;
import io.waybill.projection.FoldedTables;
import io.waybill.projection.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RowBatchTest extends FoldedTables {
    private static final int LINES = 1_000;
    private static final int ORDERS = 1 + RowBatch.MAX_ROWS / LINES;
    private static final String INSERT = "insert into salesreport (order_id) values (?)";

    RowBatchTest() {
        super("salesreport");
    }

    @Test
    void more_rows_than_are_held_at_once_are_written_all_the_same() {
        IntStream.range(0, ORDERS).forEach(n -> story.placed(large()));

        fold.batch(story.events());

        assertThat(fold.fingerprint("salesreport").rows()).isEqualTo((long) ORDERS * LINES);
    }

    @Test
    void a_batch_that_fails_at_its_end_leaves_nothing_behind() {
        IntStream.range(0, ORDERS).forEach(n -> story.placed(large()));
        fold.jdbc()
                .sql(
                        "create function refuse() returns trigger language plpgsql as $$ begin"
                                + " if (select count(*) from salesreport) >= 5500 then raise 'full'; end if; return new; end $$")
                .update();
        fold.jdbc()
                .sql("create trigger full_table before insert on salesreport for each row execute function refuse()")
                .update();

        assertThatThrownBy(() -> fold.batch(story.events())).hasStackTraceContaining("full");

        assertThat(fold.fingerprint("salesreport").rows()).isZero();
    }

    @Test
    void a_row_has_to_be_of_a_statement_of_the_view_and_in_a_batch() {
        RowBatch rows = new RowBatch(fold.bean(JdbcTemplate.class), INSERT);
        assertThatThrownBy(() -> rows.add(INSERT)).isInstanceOf(IllegalStateException.class);

        DefaultUnitOfWork<?> batch =
                DefaultUnitOfWork.startAndGet(story.received("1@A", 1).events().getFirst());
        assertThatThrownBy(() -> rows.add("select 1")).isInstanceOf(IllegalArgumentException.class);
        batch.rollback();
    }

    @Test
    void what_is_gathered_elsewhere_must_not_be_added_once_the_batch_has_been_written() {
        String delete = "delete from salesreport where order_id = ?";
        RowBatch rows = new RowBatch(fold.bean(JdbcTemplate.class), delete);
        PerBatch<List<UUID>> elsewhere =
                new PerBatch<>(ArrayList::new, gathered -> gathered.forEach(id -> rows.add(delete, id)));

        DefaultUnitOfWork<?> batch =
                DefaultUnitOfWork.startAndGet(story.received("1@A", 1).events().getFirst());
        rows.add(delete, UUID.randomUUID());
        elsewhere.current().add(UUID.randomUUID());

        assertThatThrownBy(batch::commit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has been written");
    }

    private static OrderPlaced large() {
        OrderLine[] lines = IntStream.rangeClosed(1, LINES)
                .mapToObj(n -> Orders.line(n, "SKU" + n, "PRODUCT " + n, 1, "1.00"))
                .toArray(OrderLine[]::new);
        return Orders.placed(null, null, new ShippingAddress(null, null, null, null, "France"), Orders.MORNING, lines);
    }
}
