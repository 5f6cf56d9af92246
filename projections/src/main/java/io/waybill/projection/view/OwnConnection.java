package io.waybill.projection.view;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A connection for temporary tables. It never comes from the pool nor goes back there: a temporary table hides the view of
 * the same name from whoever has the connection next.
 */
public final class OwnConnection {
    private OwnConnection() {}

    /** With the pool's address, role and properties; to be closed by the caller. */
    public static Connection open(DataSource database) throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.replaceAll((name, value) -> value.toString());
        properties.put("user", String.valueOf(pool.getUsername()));
        properties.put("password", String.valueOf(pool.getPassword()));
        return DriverManager.getConnection(pool.getJdbcUrl(), properties);
    }
}
