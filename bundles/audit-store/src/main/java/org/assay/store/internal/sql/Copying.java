package org.assay.store.internal.sql;

import java.time.Duration;
import java.util.UUID;
import org.assay.core.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code copying}: which back-ups are being written, on whatever node, so that none of their blobs goes. One of a
 * node that is gone counts for an hour. By the database's clock. Thread-safe.
 *
 * @param transactions of the database that the nodes share
 */
record Copying(Transactions transactions) {
    private static final Logger LOG = LoggerFactory.getLogger(Copying.class);
    private static final long RENEWED_NANOS = Duration.ofMinutes(5).toNanos();
    private static final String UNTIL = "current_timestamp + interval '1' hour";

    /** Whether any is being written, as a transaction sees it. */
    static boolean isAny(Sql sql) {
        return sql.count("select count(*) from copying where held_until > current_timestamp") > 0;
    }

    /** One begins: from now on no blob goes, on any node, until it is closed. */
    Lease begin() {
        String id = UUID.randomUUID().toString();
        transactions.write(sql -> {
            sql.change("delete from copying where held_until < current_timestamp");
            return sql.change("insert into copying (id, held_until) values (?, " + UNTIL + ")", id);
        });
        return new Lease(id);
    }

    /** A back-up that is being written. For one thread. */
    final class Lease implements AutoCloseable {
        private final String id;
        private long renewed = System.nanoTime();

        private Lease(String id) {
            this.id = id;
        }

        /** To be called now and then while it goes on. */
        void renew() {
            if (System.nanoTime() - renewed > RENEWED_NANOS) {
                renewed = System.nanoTime();
                transactions.write(sql -> sql.change("update copying set held_until = " + UNTIL + " where id = ?", id));
            }
        }

        @Override
        public void close() {
            try {
                transactions.write(sql -> sql.change("delete from copying where id = ?", id));
            } catch (StoreException e) {
                LOG.warn("That a back-up is written cannot be noted; blobs stay for an hour: {}", e.getMessage());
            }
        }
    }
}
