package dev.flagledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * PostgreSQL's own data, made on the first start. It is made under another name and renamed when complete: a start that
 * was killed half-way leaves a directory that the next one sweeps away, never one that looks finished.
 */
final class Cluster {

    static final String SUPERUSER = "flagledger";

    private static final String NAME = "postgres";
    private static final String DRAFT = "postgres-initialising-";

    private Cluster() {}

    static Path pathIn(Path directory) {
        return directory.resolve(NAME);
    }

    /** The cluster's directory, with its superuser's password set to the content of a file if it is made now. */
    static Path in(Path directory, Programs programs) throws IOException {
        Path data = pathIn(directory);
        DurableFiles.sweep(directory, DRAFT);
        if (!Files.isDirectory(data)) {
            Path draft = Files.createTempDirectory(directory, DRAFT);
            initialise(draft, Password.fileIn(directory), programs);
            DurableFiles.publish(draft, data);
        }
        return data;
    }

    /** Text is ordered by PostgreSQL itself, so that an upgrade of the operating system cannot corrupt an index. */
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
            throw new CannotStartException("PostgreSQL could not make its data directory: " + result.output());
        }
    }
}
