package dev.flagledger.standalone.replay;

import static java.util.Objects.requireNonNull;

import dev.flagledger.installation.identity.rebuild.IdentityRebuild;
import dev.flagledger.installation.identity.rebuild.RebuiltIdentities;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code flagledger replay}, which has a running server rebuild a read model from its log. */
@Command(
        name = "replay",
        description =
                "Rebuilds a read model from the log, while the server keeps answering, and waits until it is replaced.",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:rebuilt, begun with --no-wait, or the same",
            "1:the server cannot be asked, the state differs, or the rebuild failed or left identities without rows",
            "2:invalid command line"
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final String PORT = "FLAGLEDGER_METRICS_PORT";
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the read model: audit, or identities, with their traits;"
                    + " or memory, to fold the log beside the state and compare.",
            defaultValue = "audit")
    private String name = "audit";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Management port of a node; by default that of " + PORT + " on this machine.")
    private @Nullable URI server;

    @Option(names = "--no-wait", description = "Only begins the rebuild.")
    private boolean noWait;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var commandLine = requireNonNull(spec).commandLine();
        try (var client = new ManagementClient(address(System.getenv(PORT)))) {
            if (name.equals(ReplayEndpoint.MEMORY)) {
                return compare(client, commandLine.getOut());
            }
            if (!client.start(name)) {
                throw new ParameterException(commandLine, "The server has no read model called " + name + ".");
            }
            return noWait ? 0 : rebuilt(client, commandLine.getOut());
        } catch (IOException failed) {
            commandLine.getErr().println("flagledger: " + failed);
            return 1;
        }
    }

    private URI address(@Nullable String port) {
        return Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(port).map(known -> URI.create("http://127.0.0.1:" + known)))
                .orElseThrow(() -> new ParameterException(
                        requireNonNull(spec).commandLine(), "Set --server, or " + PORT + " as for the server."));
    }

    private static int compare(ManagementClient client, PrintWriter out) throws IOException, InterruptedException {
        var differing = client.differing();
        out.println(
                differing.isEmpty()
                        ? "The state in memory is that of the log."
                        : "The state in memory differs from that of the log in projects " + differing
                                + ", where 0 stands for what belongs to none.");
        return differing.isEmpty() ? 0 : 1;
    }

    private int rebuilt(ManagementClient client, PrintWriter out) throws IOException, InterruptedException {
        boolean identities = name.equals(IdentityRebuild.NAME);
        await(client, identities ? "identity" : "event", out);
        if (identities) {
            return told(client.identities(), out);
        }
        out.println("Rebuilt " + name + ".");
        return 0;
    }

    private static int told(RebuiltIdentities result, PrintWriter out) throws IOException {
        if (result.failure() != null) {
            throw new IOException("the rebuild failed after %d identities, of which %d differed: %s"
                    .formatted(result.compared(), result.differing(), result.failure()));
        }
        out.println("Compared %d identities with their log, and rebuilt %d that differed."
                .formatted(result.compared(), result.differing()));
        if (!result.clashing().isEmpty()) {
            out.println("Others have the identifiers of identities " + result.clashing()
                    + ", which have no rows therefore.");
        }
        return result.clashing().isEmpty() ? 0 : 1;
    }

    private void await(ManagementClient client, String unit, PrintWriter out) throws IOException, InterruptedException {
        var now = client.reached(name);
        var progress = now.map(reached -> new ReplayProgress(name, unit, reached));
        for (; now.isPresent(); now = client.reached(name)) {
            out.println(progress.orElseThrow().line(now.get()));
            out.flush();
            Thread.sleep(INTERVAL);
        }
    }
}
