package io.waybill.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A value of the right type that is not acceptable; its message is for the client, its path names the field. */
public final class RefusedValue extends DatabindException {
    private static final long serialVersionUID = 1;

    RefusedValue(JsonParser parser, String detail) {
        super(parser, detail);
    }

    static RefusedValue at(JsonParser parser, String field, String detail) {
        RefusedValue refused = new RefusedValue(parser, detail);
        refused.prependPath(Object.class, field);
        return refused;
    }
}
