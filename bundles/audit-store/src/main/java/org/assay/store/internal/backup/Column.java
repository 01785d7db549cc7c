package org.assay.store.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column, and how its values are written as JSON: the same whatever the database calls its type.
 *
 * @param name in lower case
 * @param type of {@link Types}
 * @param identity whether the database numbers its rows
 */
record Column(String name, int type, boolean identity) {

    static Column of(ResultSet about) throws SQLException {
        return new Column(
                about.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                about.getInt("DATA_TYPE"),
                about.getString("IS_AUTOINCREMENT").equals("YES"));
    }

    /** A text, whole number or boolean; null for none. */
    @Nullable
    Object read(ResultSet row) throws SQLException {
        Object value =
                switch (type) {
                    case Types.BOOLEAN, Types.BIT -> row.getBoolean(name);
                    case Types.INTEGER, Types.SMALLINT, Types.BIGINT -> row.getLong(name);
                    case Types.DATE -> text(row.getObject(name, LocalDate.class));
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> instant(row);
                    default -> row.getString(name);
                };
        return row.wasNull() ? null : value;
    }

    private @Nullable Object instant(ResultSet row) throws SQLException {
        OffsetDateTime moment = row.getObject(name, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant().toString();
    }

    private static @Nullable Object text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    void write(PreparedStatement insert, int index, JsonNode value) throws SQLException {
        if (value.isNull() || value.isMissingNode()) {
            insert.setNull(index, type);
            return;
        }
        switch (type) {
            case Types.BOOLEAN, Types.BIT -> insert.setBoolean(index, value.booleanValue());
            case Types.INTEGER, Types.SMALLINT, Types.BIGINT -> insert.setLong(index, value.longValue());
            case Types.DATE -> insert.setObject(index, LocalDate.parse(value.textValue()));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                insert.setObject(index, Instant.parse(value.textValue()).atOffset(ZoneOffset.UTC));
            default -> insert.setString(index, value.textValue());
        }
    }
}
