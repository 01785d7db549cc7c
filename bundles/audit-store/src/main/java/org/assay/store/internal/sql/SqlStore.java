package org.assay.store.internal.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assay.core.store.Blobs;
import org.assay.core.store.Store;
import org.assay.core.store.StoreException;
import org.assay.core.store.Transaction;
import org.assay.store.internal.backup.Backup;
import org.assay.store.internal.backup.Restore;
import org.assay.store.internal.backup.Schema;
import org.assay.store.internal.blob.Aside;
import org.assay.store.internal.blob.BlobNames;
import org.assay.store.internal.blob.FileBlobs;

/** Rows in a database whose schema this class brings up to date, and blobs in it or beside it. */
public final class SqlStore implements Store {
    private final Transactions transactions;
    private final Blobs blobs;
    private final Backup backup;
    private final Copying copying;
    private final BlobPlace place;

    private SqlStore(Transactions transactions, Blobs blobs, BlobPlace place, BlobNames names) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.place = new Guarded(place);
        this.copying = new Copying(transactions);
        this.backup = new Backup(transactions.database(), blobs, names);
    }

    /**
     * Opens a store that keeps blobs as files.
     *
     * @param database a pool; the caller closes it
     * @param folder of the blobs; all nodes on one database must share it
     * @param waiting a back-up that is brought back first, if there is such a file
     * @throws StoreException if the folder, the database or the back-up cannot be used, or the database is of a later version
     */
    public static SqlStore withFiles(DataSource database, Path folder, Path waiting) {
        FileBlobs blobs = FileBlobs.open(folder);
        ready(database, blobs, waiting);
        return new SqlStore(new Transactions(database), blobs, new FilePlace(blobs), blobs);
    }

    /**
     * Opens a store that keeps blobs as rows.
     *
     * @param database a pool; the caller closes it
     * @param aside where a blob is written first; of this node alone
     * @param waiting a back-up that is brought back first, if there is such a file
     * @throws StoreException if the folder, the database or the back-up cannot be used, or the database is of a later version
     */
    public static SqlStore withRows(DataSource database, Path aside, Path waiting) {
        Transactions transactions = new Transactions(database);
        SqlBlobs blobs = new SqlBlobs(transactions, Aside.open(aside));
        ready(database, blobs, waiting);
        return new SqlStore(transactions, blobs, blobs.place(), blobs::digests);
    }

    private static void ready(DataSource database, Blobs blobs, Path waiting) {
        new Restore(database, waiting).begin().ifPresent(contents -> contents.into(blobs));
        Schema.migrate(database);
    }

    @Override
    public void backup(OutputStream out) throws IOException {
        try (Copying.Lease lease = copying.begin()) {
            backup.write(out, lease::renew);
        }
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return transactions.read(sql -> work.apply(SqlTransaction.on(sql, place)));
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return transactions.write(sql -> work.apply(SqlTransaction.on(sql, place)));
    }
}
