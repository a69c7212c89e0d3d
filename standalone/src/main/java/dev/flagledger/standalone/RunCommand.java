package dev.flagledger.standalone;

import static java.util.Objects.requireNonNull;

import dev.flagledger.standalone.demo.ShopDemo;
import dev.flagledger.standalone.postgres.Database;
import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import dev.flagledger.standalone.postgres.GivenDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code flagledger run}, which starts a node. */
@Command(
        name = "run",
        description = "Starts the server, on its own PostgreSQL unless FLAGLEDGER_DATABASE_URL names another one.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class RunCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 picks a free one.")
    private int port = 8000;

    @Option(names = "--data", paramLabel = "DIR", description = "Directory that keeps all data.")
    private Path data = Path.of(".flagledger");

    @Option(names = "--role", paramLabel = "ROLE", description = "What this process does: ${COMPLETION-CANDIDATES}.")
    private Role role = Role.ALL;

    @Option(
            names = "--demo",
            description = "Creates a small project to try things out on and prints how.",
            showDefaultValue = Visibility.NEVER)
    private boolean demo;

    @Spec
    private @Nullable CommandSpec spec;

    /** Checks the port first, so that no database is started when the port is in use. */
    @Override
    public Integer call() {
        PortOption.requireFree(port);
        Database database = GivenDatabase.in(System.getenv())
                .map(GivenDatabase::requireReachable)
                .orElseGet(this::embedded);
        RunningNode node = RunningNode.start(role, port, database);
        node.awaitReady();
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        out.println("Flagledger is ready: " + node.address() + " (role " + role + ", " + database.description() + ")");
        if (demo) {
            createDemo(node, out);
        }
        return 0;
    }

    /** Creates the demo. A failure is printed, and the server keeps running. */
    private static void createDemo(RunningNode node, PrintWriter out) {
        try {
            node.part(ShopDemo.class).create(node.address()).forEach(out::println);
        } catch (RuntimeException failed) {
            out.println("flagledger: There is no demo: " + failed.getMessage());
        }
    }

    /** Starts PostgreSQL. Spring runs the shutdown handler after it has closed the contexts, which use the database. */
    private Database embedded() {
        EmbeddedPostgres postgres = EmbeddedPostgres.claim(data);
        SpringApplication.getShutdownHandlers().add(() -> close(postgres));
        Database database = postgres.start();
        postgres.supervise();
        return database;
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
