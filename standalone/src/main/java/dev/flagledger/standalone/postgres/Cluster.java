package dev.flagledger.standalone.postgres;

import dev.flagledger.standalone.postgres.disk.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's data directory, initialised on the first start. It gets its name when it is complete, so that a start
 * that is killed leaves only a draft, which the next start deletes.
 */
final class Cluster {

    static final String SUPERUSER = "flagledger";

    private static final String NAME = "postgres";
    private static final String DRAFT = "postgres-initialising-";

    private Cluster() {}

    static Path pathIn(Path directory) {
        return directory.resolve(NAME);
    }

    /** Returns the cluster's directory, initialised unless it exists, with the password of {@link Password}. */
    static Path in(Path directory, Programs programs) throws IOException {
        Path data = pathIn(directory);
        DurableFiles.deleteLeftovers(directory, DRAFT);
        if (!Files.isDirectory(data)) {
            Path draft = Files.createTempDirectory(directory, DRAFT);
            initialise(draft, Password.fileIn(directory), programs);
            DurableFiles.publish(draft, data);
        }
        return data;
    }

    /** Uses PostgreSQL's own collation: an upgrade of the operating system's could corrupt indexes. */
    private static void initialise(Path data, Path password, Programs programs) throws IOException {
        Programs.Result result = programs.run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (!result.succeeded()) {
            throw new CannotStartException("PostgreSQL could not create its data directory: " + result.output());
        }
    }
}
