package dev.flagledger.standalone.proof;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.extract.DatabaseExtract;
import dev.flagledger.ledger.extract.ExtractHeader;
import dev.flagledger.ledger.extract.ExtractWriter;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.proof.verify.LeafList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code flagledger export}, which writes an extract: stored events with the checkpoint that proves them. */
@Command(
        name = "export",
        description =
                "Writes the events of a database, or of an organisation or project of a server, to a file that proves them.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2)
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description =
                    "The file to write, for its owner to read; one that exists is replaced once the new one is complete.")
    private @Nullable Path out;

    @Option(
            names = "--keys",
            description = "Add the keys of people and whatever else an import needs; from a database, all events.")
    private boolean keys;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var line = requireNonNull(spec).commandLine();
        var server = source.server();
        if (server.isPresent() && source.organisation() == null && source.project() == null) {
            throw new ParameterException(line, "A server is asked for an --organisation or a --project.");
        }
        var chosen = filter.restrict(
                StoredFilter.ALL.organisation(source.organisation()).project(source.project()));
        if (keys && (server.isPresent() || !chosen.values().isEmpty())) {
            throw new ParameterException(line, "--keys is for all events of a database.");
        }
        long events = ExtractFile.write(
                requireNonNull(out),
                file -> server.isPresent() ? write(server.get(), chosen, file) : write(chosen, file));
        line.getOut().println("Wrote " + events + " events to " + out);
        return 0;
    }

    private long write(StoredFilter chosen, OutputStream file) throws IOException, SQLException {
        try (var database = source.connect()) {
            var extract = new DatabaseExtract(database);
            return keys ? extract.writeWithKeys(file) : extract.write(file, chosen);
        }
    }

    private long write(ServerLog server, StoredFilter chosen, OutputStream file) throws IOException {
        var header = ExtractHeader.of(server.key(), server.checkpoint(), chosen);
        var head = header.key().openAnyName(header.checkpoint());
        var leaves = LeafList.of(server.leaves(head.size()), head, null);
        var writer = new ExtractWriter(file, header);
        server.read(
                source.organisation(),
                source.project(),
                filter.query(),
                head.size(),
                event -> writer.event(event, leaves.proof(event.position())));
        return writer.events();
    }
}
