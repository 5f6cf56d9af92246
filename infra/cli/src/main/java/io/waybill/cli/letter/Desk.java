package io.waybill.cli.letter;

import io.waybill.cli.api.ApiPath;
import io.waybill.cli.call.Call;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A reader of events that may have parked some. */
record Desk(Owner owner, String name, Parked parked) {
    /**
     * All there are.
     *
     * @throws io.waybill.cli.api.GaveUp if Waybill does not answer
     */
    static List<Desk> all(Call call) {
        JsonNode sagas = call.get(Owner.SAGAS.path().with("limit", 1).text());
        return Stream.concat(
                        desks(
                                Owner.PROJECTIONS,
                                call.get(Owner.PROJECTIONS.path().text()).path("items")),
                        desks(Owner.SAGAS, sagas.path("readers")))
                .toList();
    }

    private static Stream<Desk> desks(Owner owner, JsonNode readers) {
        return readers.valueStream()
                .map(reader ->
                        new Desk(owner, reader.path("name").asString(""), new Parked(reader.path("deadLetters"))));
    }

    ApiPath path() {
        return owner.path().to(name);
    }
}
