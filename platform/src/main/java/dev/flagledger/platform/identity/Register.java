package dev.flagledger.platform.identity;

import dev.flagledger.ledger.projection.ProjectionProgress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database of identities, once it shows every change that was answered for. */
@Component
final class Register {

    private final JdbcClient jdbc;
    private final ProjectionProgress progress;

    Register(JdbcClient jdbc, ProjectionProgress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    JdbcClient current() {
        progress.awaitFold(Identities.PROJECTION, "The register of identities");
        return jdbc;
    }
}
