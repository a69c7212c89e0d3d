package dev.flagledger.access.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHostsTest {

    private static final AddressRule STRICT = new AddressRule(List.of());
    private static final AddressRule ANYWHERE =
            new AddressRule(List.of(Cidr.valueOf("0.0.0.0/0"), Cidr.valueOf("::/0")));

    /** Literals are parsed as in production; names are resolved from a table. */
    private static final HostResolver NAMES = new HostResolver() {
        private final HostResolver system = new SystemResolver(Duration.ofSeconds(5));
        private final Map<String, InetAddress[]> table = Map.of(
                "public.test", addresses("1.1.1.1"),
                "private.test", addresses("10.0.0.1"),
                "mixed.test", addresses("1.1.1.1", "10.0.0.1"));

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.equals("nowhere.test")) {
                throw new UnknownHostException(host);
            }
            var known = table.get(host);
            return known != null ? known : system.resolve(host);
        }
    };

    private final OutboundHosts hosts = new OutboundHosts(STRICT, NAMES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "127.1",
                "localhost",
                "0.0.0.0",
                "[::1]",
                "::1",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[64:ff9b::7f00:1]",
                "169.254.169.254",
                "2852039166",
                "private.test",
                "mixed.test",
                ""
            })
    void internalHostsAreNeitherSavedNorReached(String host) {
        assertThat(hosts.allowsUrlHost(host)).isFalse();
        assertThatExceptionOfType(RefusedAddressException.class).isThrownBy(() -> hosts.addressesOf(host));
    }

    /** Programs disagree on what such a host means. */
    @ParameterizedTest
    @MethodSource("dev.flagledger.testing.HostileHosts#all")
    void numericHostsAreNeitherSavedNorReached(String host) {
        var open = new OutboundHosts(ANYWHERE, _ -> addresses("1.1.1.1"));

        assertThat(open.allowsUrlHost(host)).isFalse();
        assertThatExceptionOfType(RefusedAddressException.class).isThrownBy(() -> open.addressesOf(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "10.0.0.255",
                "[2606:4700::1111]",
                "2606:4700::1111",
                "example.test",
                "EXAMPLE.test.",
                "my_receiver",
                "receiver-7",
                "7.example.test",
                "127.0.0.1.example.test",
                "0x7f.example.test",
                "xn--caf-dma.test",
                "3com",
                "1e3.example.test",
                "1e3a",
                "e3",
                "4ever"
            })
    void otherHostsAreResolved(String host) throws UnknownHostException {
        var open = new OutboundHosts(ANYWHERE, _ -> addresses("1.1.1.1"));

        assertThat(open.allowsUrlHost(host)).isTrue();
        assertThat(open.addressesOf(host)).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    }

    @Test
    void aPublicHostIsSavedAndReachedAtItsOwnAddress() throws UnknownHostException {
        assertThat(hosts.allowsUrlHost("public.test")).isTrue();
        assertThat(hosts.addressesOf("public.test")).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    }

    @Test
    void anUnknownNameIsSavedButNotReached() {
        assertThat(hosts.allowsUrlHost("nowhere.test")).isTrue();
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> hosts.addressesOf("nowhere.test"));
    }

    @Test
    void anAllowedNetworkIsReached() throws UnknownHostException {
        var opened = new OutboundHosts(new AddressRule(List.of(Cidr.valueOf("127.0.0.0/8"))), NAMES);

        assertThat(opened.allowsUrlHost("127.0.0.1")).isTrue();
        assertThat(opened.addressesOf("127.0.0.1")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(opened.allowsUrlHost("private.test")).isFalse();
    }

    private static InetAddress[] addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
