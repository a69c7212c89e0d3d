package dev.flagledger.standalone;

import dev.flagledger.standalone.postgres.CannotStartException;
import dev.flagledger.standalone.proof.ExportCommand;
import dev.flagledger.standalone.proof.ImportCommand;
import dev.flagledger.standalone.proof.VerifyCommand;
import dev.flagledger.standalone.replay.ReplayCommand;
import org.springframework.core.NestedRuntimeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/** The entry point: {@code flagledger run} and the commands that read and write logs without serving them. */
@Command(
        name = "flagledger",
        description = "An event-sourced feature-flag server that speaks Flagsmith's wire format.",
        versionProvider = Flagledger.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ReplayCommand.class,
            VerifyCommand.class,
            ExportCommand.class,
            ImportCommand.class
        })
public final class Flagledger {

    private Flagledger() {}

    /** Returns while the server's threads run; exits with 1 if the start failed, with 2 for an invalid command line. */
    public static void main(String[] arguments) {
        disableVendorCalls();
        int exitCode = commandLine().execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    /** The command line with all commands. */
    static CommandLine commandLine() {
        return new CommandLine(new Flagledger())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Flagledger::reportFailure);
    }

    /** Axon 4.13 checks for updates and prints an advertisement, unless disabled before its classes are loaded. */
    private static void disableVendorCalls() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    /** Prints one line, without a stack trace. */
    private static int reportFailure(Exception failure, CommandLine command, ParseResult ignored) {
        String reason = switch (failure) {
            case CannotStartException refused -> refused.getMessage();
            case NestedRuntimeException _ -> "Cannot start; what was logged above says why.";
            default -> failure.toString();
        };
        command.getErr().println("flagledger: " + reason);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Flagledger.class.getPackage().getImplementationVersion();
            return new String[] {"flagledger " + (version == null ? "(not packaged)" : version)};
        }
    }
}
