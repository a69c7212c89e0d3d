package dev.flagledger.standalone.proof;

import static java.util.Objects.requireNonNull;

import dev.flagledger.ledger.extract.ExtractVerifier;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.verify.Verification;
import dev.flagledger.ledger.proof.verify.database.DatabaseVerifier;
import java.io.IOException;
import java.nio.file.Files;
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

/** The command {@code flagledger verify}: exits with 0 if the log is intact, 1 if it is not, and 2 if it could not be read. */
@Command(
        name = "verify",
        description = "Verifies that the log of a database, a server or an extract was not changed.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2)
public final class VerifyCommand implements Callable<Integer> {

    private static final int INTACT = 0;
    private static final int CHANGED = 1;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Read an extract that 'flagledger export' has written.")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The verification key of the log, as kept since earlier; otherwise the one of the source.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A checkpoint that was saved: the log must continue it.")
    private @Nullable Path since;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the checkpoint, if the log is intact.")
    private @Nullable Path save;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        var kept = since == null ? null : Files.readString(since);
        var verified = verify(key == null ? null : VerifierKey.parse(key), kept);
        new VerifyReport(verified).print(requireNonNull(spec).commandLine().getOut());
        if (verified.fault().isPresent()) {
            return CHANGED;
        }
        if (save != null) {
            Files.writeString(save, verified.note());
        }
        return INTACT;
    }

    private Verification verify(@Nullable VerifierKey trusted, @Nullable String kept) throws IOException, SQLException {
        boolean part = source.organisation() != null || source.project() != null;
        if (file != null) {
            require(!part && source.server().isEmpty(), "--file is verified as it is, without a server or a choice.");
            try (var extract = Files.newInputStream(file)) {
                return new ExtractVerifier(trusted, kept).verify(extract);
            }
        }
        var server = source.server();
        if (server.isPresent()) {
            return new ServerVerifier(server.get(), source.organisation(), source.project()).verify(trusted, kept);
        }
        require(!part, "--organisation and --project are for a server.");
        try (var database = source.connect()) {
            return new DatabaseVerifier(database).verify(trusted, kept);
        }
    }

    private void require(boolean possible, String otherwise) {
        if (!possible) {
            throw new ParameterException(requireNonNull(spec).commandLine(), otherwise);
        }
    }
}
