package io.waybill.projection.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybill.json.MoneyJson;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside of a row. Its shape is part of the view, so it hangs on no application's settings. */
public final class ViewJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(MoneyJson.money())
            .addModule(MoneyJson.bigMoney())
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ViewJson() {}

    /** The value as JSON text; what is null is left out. */
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
