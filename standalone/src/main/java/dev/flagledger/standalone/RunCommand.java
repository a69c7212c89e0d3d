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

/** {@code flagledger run}: starts a node with what the command line says. */
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

    /** What costs nothing to check comes first: no database is started for a port that is taken. */
    @Override
    public Integer call() {
        PortOption.requireFree(port);
        Database database =
                GivenDatabase.in(System.getenv()).map(GivenDatabase::reached).orElseGet(this::embedded);
        RunningNode node = RunningNode.start(role, port, database);
        node.awaitReady();
        PrintWriter out = requireNonNull(spec).commandLine().getOut();
        out.println("Flagledger is ready: " + node.address() + " (role " + role + ", " + database.description() + ")");
        if (demo) {
            plantDemo(node, out);
        }
        return 0;
    }

    /** Whatever comes in its way, the server is up and stays so. */
    private static void plantDemo(RunningNode node, PrintWriter out) {
        try {
            node.part(ShopDemo.class).plant(node.address()).forEach(out::println);
        } catch (RuntimeException failed) {
            out.println("flagledger: There is no demo: " + failed.getMessage());
        }
    }

    /** Spring runs the handler once all of its own is closed, so nothing loses its database while it still works. */
    private Database embedded() {
        EmbeddedPostgres postgres = EmbeddedPostgres.claim(data);
        SpringApplication.getShutdownHandlers().add(() -> close(postgres));
        Database database = postgres.start();
        postgres.watch();
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
