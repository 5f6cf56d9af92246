package io.waybill.contract.customer;

/** What a profile is made of. */
public enum ProfilePart {
    NAME,
    EMAIL,
    PHONE,
    /** Whom parcels are addressed to. */
    RECIPIENT,
    STREET,
    CITY,
    POSTCODE,
    /** An address without one is none. */
    COUNTRY
}
