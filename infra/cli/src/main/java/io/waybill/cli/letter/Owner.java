package io.waybill.cli.letter;

import io.waybill.cli.api.ApiPath;

/** Whose reader has parked a letter. */
enum Owner {
    PROJECTIONS,
    SAGAS;

    /** As it is typed, and as the API names it. */
    @Override
    public String toString() {
        return this == PROJECTIONS ? "projections" : "sagas";
    }

    ApiPath path() {
        return ApiPath.of("operations", toString());
    }
}
