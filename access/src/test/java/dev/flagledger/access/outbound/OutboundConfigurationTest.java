package dev.flagledger.access.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OutboundConfigurationTest {

    @Test
    void theVariableListsTheNetworks() {
        withVariable("127.0.0.0/8, 10.1.0.0/16").run(context -> {
            var hosts = context.getBean(OutboundHosts.class);
            assertThat(hosts.allowsUrlHost("127.0.0.1")).isTrue();
            assertThat(hosts.allowsUrlHost("10.1.2.3")).isTrue();
            assertThat(hosts.allowsUrlHost("10.2.2.3")).isFalse();
        });
    }

    @Test
    void withoutTheVariableInternalAddressesAreRefused() {
        runner().run(context -> assertThat(context.getBean(OutboundHosts.class).allowsUrlHost("127.0.0.1"))
                .isFalse());
        withVariable("")
                .run(context -> assertThat(context.getBean(OutboundHosts.class).allowsUrlHost("127.0.0.1"))
                        .isFalse());
    }

    @Test
    void aMalformedNetworkStopsTheStart() {
        withVariable("127.0.0.0/8,10/8")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("'10/8' is not a network in CIDR notation"));
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(OutboundConfiguration.class);
    }

    private static ApplicationContextRunner withVariable(String value) {
        return runner().withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("FLAGLEDGER_WEBHOOK_ALLOW", value))));
    }
}
