package io.waybill.saga.fulfilment.state;

import static io.waybill.saga.fulfilment.state.Goods.MAIN;
import static io.waybill.saga.fulfilment.state.Goods.MUG;
import static io.waybill.saga.fulfilment.state.Goods.SPARE;
import static io.waybill.saga.fulfilment.state.Goods.TEA;
import static io.waybill.saga.fulfilment.state.Goods.group;
import static io.waybill.saga.fulfilment.state.Goods.lot;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.contract.order.LineGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillingTest {
    @Test
    void each_group_asks_its_first_warehouse_for_all_of_it() {
        assertThat(ask(List.of(group(1, MUG, 2, MAIN, SPARE), group(2, TEA, 5, SPARE))))
                .containsExactly(lot(1, MUG, MAIN).asking(2), lot(2, TEA, SPARE).asking(5));
    }

    @Test
    void what_is_held_under_another_group_of_the_sku_is_not_asked_for_again() {
        Lot five = lot(2, MUG, MAIN).asking(5).holding(5);

        assertThat(ask(List.of(group(2, MUG, 3, MAIN), group(3, MUG, 2, MAIN)), five))
                .containsExactly(five);
    }

    @Test
    void nor_is_what_a_warehouse_was_asked_for_and_has_not_answered() {
        Lot five = lot(2, MUG, MAIN).asking(5);

        assertThat(ask(List.of(group(2, MUG, 3, MAIN), group(3, MUG, 2, MAIN)), five))
                .containsExactly(five);
    }

    @Test
    void a_missing_piece_is_asked_for_once() {
        Lot three = lot(9, MUG, SPARE).asking(3).holding(3);

        assertThat(ask(List.of(group(1, MUG, 2, MAIN), group(2, MUG, 3, MAIN)), three))
                .containsExactly(three, lot(1, MUG, MAIN).asking(2));
    }

    @Test
    void a_group_asks_for_what_it_does_not_hold() {
        Lot three = lot(1, MUG, MAIN).asking(3).holding(3);

        assertThat(ask(List.of(group(1, MUG, 5, MAIN, SPARE), group(2, MUG, 4, MAIN)), three))
                .containsExactly(
                        three, lot(1, MUG, SPARE).asking(2), lot(2, MUG, MAIN).asking(4));
    }

    @Test
    void a_full_group_asks_for_nothing() {
        Lot two = lot(1, MUG, MAIN).asking(2).holding(2);

        assertThat(ask(List.of(group(1, MUG, 2, MAIN, SPARE), group(2, MUG, 3, MAIN)), two))
                .containsExactly(two, lot(2, MUG, MAIN).asking(3));
    }

    @Test
    void when_all_have_said_no_the_one_with_most_is_asked_for_what_it_has() {
        Lot one = lot(1, MUG, MAIN).asking(5).refused(1);
        Lot three = lot(1, MUG, SPARE).asking(5).refused(3);

        assertThat(ask(List.of(group(1, MUG, 5, MAIN, SPARE)), one, three)).containsExactly(one, three.asking(3));
    }

    @Test
    void and_for_no_more_than_is_missing() {
        Lot held = lot(1, MUG, MAIN).asking(5).refused(3).asking(3).holding(3);
        Lot four = lot(1, MUG, SPARE).asking(5).refused(4);

        assertThat(ask(List.of(group(1, MUG, 5, MAIN, SPARE)), held, four)).containsExactly(held, four.asking(2));
    }

    @Test
    void one_that_has_nothing_is_not_asked_again() {
        Lot nothing = lot(1, MUG, MAIN).asking(5).refused(0);

        assertThat(ask(List.of(group(1, MUG, 5, MAIN)), nothing)).containsExactly(nothing);
    }

    @Test
    void one_from_which_others_take_what_it_has_is_asked_four_times() {
        LineGroup five = group(1, MUG, 5, MAIN);
        Lot thrice = lot(1, MUG, MAIN)
                .asking(5)
                .refused(3)
                .asking(3)
                .refused(2)
                .asking(2)
                .refused(1);
        Lot fourth = thrice.asking(1).refused(1);

        assertThat(ask(List.of(five), thrice)).containsExactly(thrice.asking(1));
        assertThat(ask(List.of(five), fourth)).containsExactly(fourth);
    }

    @Test
    void what_has_left_is_neither_held_nor_kept_any_more() {
        Lot left = lot(1, MUG, MAIN).asking(5).holding(5).keeping(4).shipped(3);

        assertThat(left).returns(2, Lot::held).returns(1, Lot::usable);
    }

    private static List<Lot> ask(List<LineGroup> groups, Lot... lots) {
        return Filling.ask(groups, List.of(lots));
    }
}
