package org.assay.store.internal.sql;

import java.util.List;

/** Blobs in the database. */
record RowPlace() implements BlobPlace {

    @Override
    public List<String> digests(Sql sql) {
        return sql.list(
                "select digest from blob where part_number = 0 order by digest", row -> row.getString("digest"));
    }

    @Override
    public boolean has(Sql sql, String digest) {
        return sql.count("select count(*) from blob where digest = ? and part_number = 0", digest) > 0;
    }

    @Override
    public boolean delete(Sql sql, String digest) {
        return sql.change("delete from blob where digest = ?", digest) > 0;
    }
}
