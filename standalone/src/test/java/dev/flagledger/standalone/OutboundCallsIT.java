package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server makes no calls that its operator has not configured. It runs in a network namespace that has the loopback device and no
 * other route, with a name server outside: every attempt, including a DNS query, finds no route, which the kernel counts.
 */
class OutboundCallsIT {

    /** Axon 4.13, for example, checks for updates a second after its start. */
    private static final Duration WHAT_COMES_LATER = Duration.ofSeconds(5);

    private static final String ISOLATE = """
            set -e
            ip link set lo up
            echo 'nameserver 192.0.2.53' > "$1"
            mount --bind "$1" /etc/resolv.conf
            shift
            exec "$@"
            """;

    private final Path temporary;

    OutboundCallsIT(@TempDir Path temporary) throws IOException {
        this.temporary = temporary.toRealPath();
    }

    @BeforeAll
    static void namespacesAreToBeHad(@TempDir Path temporary) throws Exception {
        Process process = new ProcessBuilder(isolated(temporary.resolve("resolv.conf"), "true")).start();
        assumeTrue(
                process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0,
                "needs Linux with network namespaces and the ip command");
    }

    @Test
    void aStartingServerMakesNoOutboundCalls() throws IOException {
        DataDirectory directory = new DataDirectory(temporary.resolve("data"));
        try (directory;
                ServerProcess server = ServerProcess.start(
                        isolated(temporary.resolve("resolv.conf")),
                        Map.of(),
                        List.of(
                                "--port",
                                "0",
                                "--demo",
                                "--data",
                                directory.path().toString()))) {
            server.awaitReady();

            await().during(WHAT_COMES_LATER)
                    .atMost(WHAT_COMES_LATER.multipliedBy(3))
                    .until(() -> callsWithoutRoute(server.pid()), calls -> calls == 0);
        }
    }

    @Test
    void theCounterDetectsOutboundCalls() throws IOException {
        String lookUpThenWait = "getent hosts example.org; echo looked up; read -r end";
        Process process = new ProcessBuilder(isolated(temporary.resolve("resolv.conf"), "sh", "-c", lookUpThenWait))
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("looked up");
            assertThat(callsWithoutRoute(process.pid())).isPositive();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> isolated(Path nameServers, String... command) {
        List<String> all = new ArrayList<>(List.of("unshare", "--net", "--mount"));
        if (!"root".equals(System.getProperty("user.name"))) {
            all.add("--map-root-user");
        }
        all.addAll(List.of("sh", "-c", ISOLATE, "isolate", nameServers.toString()));
        all.addAll(List.of(command));
        return all;
    }

    /** The kernel's counters of the network namespace of a process, for IPv4 and IPv6. */
    private static long callsWithoutRoute(long pid) throws IOException {
        Path net = Path.of("/proc", Long.toString(pid), "net");
        List<String[]> ip = Files.readAllLines(net.resolve("snmp")).stream()
                .filter(line -> line.startsWith("Ip:"))
                .map(line -> line.split(" ", -1))
                .toList();
        long calls = Long.parseLong(ip.get(1)[List.of(ip.get(0)).indexOf("OutNoRoutes")]);
        Path snmp6 = net.resolve("snmp6");
        return Files.exists(snmp6) ? calls + outNoRoutes6(snmp6) : calls;
    }

    private static long outNoRoutes6(Path snmp6) throws IOException {
        return Files.readAllLines(snmp6).stream()
                .filter(line -> line.startsWith("Ip6OutNoRoutes"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[1]))
                .sum();
    }
}
