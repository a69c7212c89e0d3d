package dev.flagledger.ledger.extract;

import dev.flagledger.ledger.log.store.EventLog;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to where this log was imported from another installation, which has told of these events what there was to tell. */
@Component
@DependsOnDatabaseInitialization
public final class ImportedLog {

    private final long position;

    /** Reads it once: only an empty database becomes one with an imported log. */
    public ImportedLog(JdbcClient jdbc) {
        this.position = jdbc.sql("select coalesce(max(imported.position), :none) from ledger.imported")
                .param("none", EventLog.BEGINNING)
                .query(Long.class)
                .single();
    }

    /** The position of the last imported event, or {@link EventLog#BEGINNING}. */
    public long position() {
        return position;
    }
}
