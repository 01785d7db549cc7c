package org.assay.store.internal.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assay.core.store.Store;
import org.assay.core.store.Transaction;
import org.assay.store.internal.TestDatabase;
import org.assay.store.internal.TestDatabase.Kind;

/** A store on a new database, which can be opened again. */
final class SqlBench implements AutoCloseable {
    private final TestDatabase database;
    private final Path folder;
    private HikariDataSource pool;
    private Store store;

    SqlBench(Kind kind, Path folder) {
        this.database = kind.create(folder);
        this.folder = folder;
        open();
    }

    private void open() {
        pool = database.pool();
        store = SqlStore.withRows(pool, folder.resolve("aside"), folder.resolve("restore.zip"));
    }

    @Override
    public void close() {
        pool.close();
    }

    void restart() {
        close();
        open();
    }

    HikariDataSource pool() {
        return pool;
    }

    Store store() {
        return store;
    }

    <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    <T> T write(Function<Transaction, T> work) {
        return store.write(work);
    }

    void change(Consumer<Transaction> work) {
        store.write(tx -> {
            work.accept(tx);
            return true;
        });
    }
}
