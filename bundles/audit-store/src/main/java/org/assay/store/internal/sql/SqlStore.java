package org.assay.store.internal.sql;

import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.store.internal.blob.Aside;
import org.assay.store.internal.blob.FileBlobs;
import org.flywaydb.core.Flyway;

/** Rows in a database whose schema this class brings up to date, and blobs in it or beside it. */
public final class SqlStore implements Store {
    private final Transactions transactions;
    private final Blobs blobs;

    private SqlStore(Transactions transactions, Blobs blobs) {
        this.transactions = transactions;
        this.blobs = blobs;
    }

    /**
     * Opens a store that keeps blobs as files.
     *
     * @param database a pool; the caller closes it
     * @param folder of the blobs; all nodes on one database must share it
     * @throws StoreException if the folder or the database cannot be used, or the database is of a later version
     */
    public static SqlStore withFiles(DataSource database, Path folder) {
        Blobs blobs = FileBlobs.open(folder);
        return new SqlStore(migrated(database), blobs);
    }

    /**
     * Opens a store that keeps blobs as rows.
     *
     * @param database a pool; the caller closes it
     * @param aside where a blob is written first; of this node alone
     * @throws StoreException if the folder or the database cannot be used, or the database is of a later version
     */
    public static SqlStore withRows(DataSource database, Path aside) {
        Aside folder = Aside.open(aside);
        Transactions transactions = migrated(database);
        return new SqlStore(transactions, new SqlBlobs(transactions, folder));
    }

    private static Transactions migrated(DataSource database) {
        try {
            Flyway.configure(SqlStore.class.getClassLoader())
                    .dataSource(database)
                    .locations("classpath:org/assay/store/db")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            throw new StoreException("the database cannot be brought up to date: " + e.getMessage(), e);
        }
        return new Transactions(database);
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return transactions.read(sql -> work.apply(SqlTransaction.on(sql)));
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return transactions.write(sql -> work.apply(SqlTransaction.on(sql)));
    }
}
