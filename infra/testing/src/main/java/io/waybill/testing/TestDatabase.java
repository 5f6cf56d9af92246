package io.waybill.testing;

/**
 * How to reach one database.
 *
 * @param url for JDBC
 */
public record TestDatabase(String url, String username, String password) {}
