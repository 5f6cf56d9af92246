package io.waybill.projection.audit;

/** What has a history: its type as it stands in addresses, and its id as events carry it. */
record Entity(String type, String id) {}
