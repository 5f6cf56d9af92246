package io.waybill.projection.view;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table of the generation that serves, as a plain SQL view that readers see. */
final class ShownTable {
    private final JdbcClient jdbc;
    private final String schema;
    private final String table;

    ShownTable(JdbcClient jdbc, String schema, String table) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.table = table;
    }

    /** PostgreSQL replaces a view by one that begins with the same columns; another shape is dropped first. */
    void show() {
        List<String> before = columns("public");
        List<String> now = columns(schema);
        boolean fits = before.size() <= now.size() && before.equals(now.subList(0, before.size()));
        List<String> grants = fits ? List.of() : grants();
        if (!fits) {
            jdbc.sql("drop view public." + Schemas.quoted(table)).update();
        }
        jdbc.sql("create or replace view public." + Schemas.quoted(table) + " as select * from " + schema + "."
                        + Schemas.quoted(table))
                .update();
        grants.forEach(grant -> jdbc.sql(grant).update());
    }

    private List<String> columns(String where) {
        return jdbc.sql("""
                        select quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) from pg_attribute
                         where attrelid = to_regclass(?) and attnum > 0 and not attisdropped order by attnum
                        """)
                .param(where + "." + Schemas.quoted(table))
                .query(String.class)
                .list();
    }

    private List<String> grants() {
        return jdbc.sql("""
                        select format('grant %s on public.%I to %I', acl.privilege_type, c.relname, r.rolname)
                          from pg_class c, aclexplode(c.relacl) acl join pg_roles r on r.oid = acl.grantee
                         where c.oid = to_regclass(?) and acl.grantee <> c.relowner
                        """)
                .param("public." + Schemas.quoted(table))
                .query(String.class)
                .list();
    }
}
