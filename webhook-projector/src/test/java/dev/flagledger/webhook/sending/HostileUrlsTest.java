package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.Cidr;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every URL of the table {@code hostile-urls.txt}: what comes of saving it, and of connecting to it. None reaches anything. */
class HostileUrlsTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("1.1.1.1");
    private static final AddressRule STRICT = new AddressRule(List.of());
    private static final AddressRule OPEN = new AddressRule(List.of(Cidr.valueOf("0.0.0.0/0"), Cidr.valueOf("::/0")));

    private final Receiver receiver = Receiver.answering(200);

    /** A line of the table. */
    record Hostile(String url, String saved, String connected) {

        static Hostile of(String line) {
            var words = line.split(" ; ", 3);
            return new Hostile(words[0], words[1].strip(), words[2].strip());
        }
    }

    static List<Hostile> urls() throws IOException {
        try (var table = Objects.requireNonNull(HostileUrlsTest.class.getResourceAsStream("/hostile-urls.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Hostile::of)
                    .toList();
        }
    }

    static Stream<Hostile> metadataServices() throws IOException {
        var table = urls();
        return table.stream()
                .filter(hostile -> hostile.url().matches(".*(//169\\.254|100\\.100|168\\.63|fd00:ec2|fd20:ce).*"));
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void theTableIsLong() throws IOException {
        assertThat(urls()).hasSizeGreaterThan(40);
        assertThat(metadataServices()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("urls")
    void savingItHasTheOutcomeOfTheTable(Hostile hostile) {
        var problems = new OutboundHosts(STRICT, HostileUrlsTest::first).problemsOf(filled(hostile));

        assertThat(problems)
                .isEqualTo(
                        switch (hostile.saved()) {
                            case "accepted" -> List.of();
                            case "internal" -> List.of("URLs must not target internal or private network addresses.");
                            case "no-url" -> List.of("Enter a valid URL.");
                            case "not-http" ->
                                problems.size() > 1
                                        ? List.of("Enter a valid http(s) URL.", "Enter a valid URL.")
                                        : List.of("Enter a valid http(s) URL.");
                            default -> throw new AssertionError(hostile);
                        });
    }

    @ParameterizedTest
    @MethodSource("urls")
    void connectingToItHasTheOutcomeOfTheTable(Hostile hostile) throws IOException {
        var outcome = send(hostile, STRICT);

        var internal = new Outcome.Unreached("The address is internal or private");
        if (hostile.connected().equals("internal")) {
            assertThat(outcome).isEqualTo(internal);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Unreached.class).isNotEqualTo(internal);
        }
        assertThat(receiver.all).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("metadataServices")
    void metadataIsRefusedEvenIfTheOperatorAllowsEveryNetwork(Hostile hostile) throws IOException {
        assertThat(new OutboundHosts(OPEN, HostileUrlsTest::first).problemsOf(filled(hostile)))
                .hasSize(1);
        assertThat(send(hostile, OPEN)).isEqualTo(new Outcome.Unreached("The address is internal or private"));
    }

    private Outcome send(Hostile hostile, AddressRule rule) throws IOException {
        try (var sender =
                new HttpSender(Settings.with("deadline=2s"), new OutboundHosts(rule, HostileUrlsTest::second))) {
            return sender.send(new Message("1-1-0", filled(hostile), "", new byte[0], Instant.EPOCH));
        }
    }

    private String filled(Hostile hostile) {
        return hostile.url().replace("{port}", Integer.toString(receiver.port()));
    }

    /** What a name resolves to when it is saved. */
    private static InetAddress[] first(String host) throws UnknownHostException {
        return host.equals("rebinding.test") ? new InetAddress[] {PUBLIC} : second(host);
    }

    /** What it resolves to later. */
    private static InetAddress[] second(String host) throws UnknownHostException {
        return switch (host) {
            case "inside.test", "rebinding.test" -> new InetAddress[] {LOOPBACK};
            case "mixed.test" -> new InetAddress[] {PUBLIC, LOOPBACK};
            case String name when name.endsWith(".test") -> throw new UnknownHostException(name);
            default -> InetAddress.getAllByName(host);
        };
    }
}
