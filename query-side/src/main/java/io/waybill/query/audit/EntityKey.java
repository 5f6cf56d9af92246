package io.waybill.query.audit;

import io.waybill.query.parameter.Parameters;

/** One entity. The id is as events carry it. */
record EntityKey(EntityType type, String id) {
    /**
     * Reads the two from an address.
     *
     * @throws io.waybill.web.ApiProblem (404, UNKNOWN_ENTITY_TYPE), or (400) for what is no id of this type
     */
    static EntityKey of(String type, String id) {
        EntityType known = EntityType.of(type);
        return new EntityKey(known, Parameters.read("id", id, known::idOf));
    }

    /** The id as it stands in addresses. */
    String shownId() {
        return EntityType.shown(type.slug(), id);
    }
}
