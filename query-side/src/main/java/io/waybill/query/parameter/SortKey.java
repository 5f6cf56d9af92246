package io.waybill.query.parameter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a list can be sorted by. Nothing that changes later sorts a list that is walked over, for else pages would repeat
 * or skip what stays; where it cannot be helped (how much stock there is), the list's description says so.
 *
 * @param name in {@value #PARAMETER}
 * @param columns by which rows differ in any case
 */
public record SortKey(String name, List<Column> columns) {
    public static final String PARAMETER = "sort";

    public SortKey {
        columns = List.copyOf(columns);
    }

    public static SortKey of(String name, Column... columns) {
        return new SortKey(name, List.of(columns));
    }

    String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** How a column's values go into a cursor and come back. */
    public enum Kind {
        TIME {
            @Override
            Object read(String text) {
                return Instant.parse(text).atOffset(ZoneOffset.UTC);
            }

            @Override
            Object of(ResultSet row, String column) throws SQLException {
                return row.getObject(column, OffsetDateTime.class).toInstant();
            }
        },
        ID {
            @Override
            Object read(String text) {
                return UUID.fromString(text);
            }
        },
        NUMBER {
            @Override
            Object read(String text) {
                return Long.valueOf(text);
            }
        },
        TEXT {
            @Override
            Object read(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("no text that the database holds");
                }
                return text;
            }
        };

        /** @throws IllegalArgumentException or DateTimeException if the text is none */
        abstract Object read(String text);

        Object of(ResultSet row, String column) throws SQLException {
            return row.getString(column);
        }
    }

    public record Column(String name, Kind kind) {
        public static Column time(String name) {
            return new Column(name, Kind.TIME);
        }

        public static Column id(String name) {
            return new Column(name, Kind.ID);
        }

        public static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        public static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        Object read(String text) {
            try {
                return kind.read(text);
            } catch (IllegalArgumentException | DateTimeException foreign) {
                throw Cursor.broken();
            }
        }
    }
}
