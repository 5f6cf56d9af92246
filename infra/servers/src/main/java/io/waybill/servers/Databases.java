package io.waybill.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The roles and databases of one PostgreSQL server, wherever it runs. Every call may be repeated.
 *
 * @param superuser a role that may create roles and databases
 */
public record Databases(String host, int port, String superuser, String password) {
    private static final String CONNECT_TIMEOUT_SECONDS = "10";
    private static final int VALID_SECONDS = 10;

    /** The JDBC address of {@code database}, at which nothing is asked about encryption: these servers have none. */
    public String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?sslmode=disable";
    }

    /** Whether the server takes the superuser in and answers. */
    public boolean answer() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Creates the role, or gives an existing one this password. It may log in and owns nothing. */
    public void createRole(String role, String password) {
        inDatabase("postgres", sql -> {
            String verb = exists(sql, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
            execute(sql, verb + " role " + name(role) + " login password " + text(password));
        });
    }

    /** Creates an empty database that {@code owner} owns, and that nobody else may enter; leaves an existing one. */
    public void createDatabase(String database, String owner) {
        inDatabase("postgres", sql -> {
            if (!exists(sql, "select 1 from pg_database where datname = ?", database)) {
                execute(sql, "create database " + name(database) + " owner " + name(owner));
            }
            execute(sql, "revoke all on database " + name(database) + " from public");
        });
    }

    /** Lets {@code role} into {@code database}, where it may do nothing yet: its rights are granted by the owner. */
    public void admit(String database, String role) {
        inDatabase(database, sql -> {
            execute(sql, "grant connect on database " + name(database) + " to " + name(role));
            execute(sql, "grant usage on schema public to " + name(role));
        });
    }

    /** Lets {@code reader} read every table of {@code database}, also those that {@code owner} will create. */
    public void grantReading(String database, String owner, String reader) {
        admit(database, reader);
        inDatabase(database, sql -> {
            execute(sql, "grant select on all tables in schema public to " + name(reader));
            execute(
                    sql,
                    "alter default privileges for role " + name(owner) + " in schema public grant select on tables to "
                            + name(reader));
        });
    }

    /** Reads all tables and indexes of {@code database} into the server's memory, as far as they have room in it. */
    public void warm(String database) {
        inDatabase(database, sql -> {
            execute(sql, "create extension if not exists pg_prewarm");
            execute(sql, """
                    select pg_prewarm(oid::regclass) from pg_class
                     where relkind in ('r', 'i', 't') and relpersistence = 'p' and oid >= 16384
                    """);
        });
    }

    private void inDatabase(String database, Work work) {
        try (Connection connection = connect(database)) {
            work.on(connection);
        } catch (SQLException e) {
            throw new ServerFailed("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", superuser);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        return DriverManager.getConnection(url(database), properties);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String text(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
