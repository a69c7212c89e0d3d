package dev.flagledger.access.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressTest {

    private final ApplicationContextRunner node =
            new ApplicationContextRunner().withUserConfiguration(AddressConfiguration.class);

    @Test
    void linksLeadToTheDashboard() {
        assertThat(new DashboardLinks("https://flags.ex.test/ui/").to("/invite/abc"))
                .isEqualTo("https://flags.ex.test/ui/invite/abc");
        assertThat(new DashboardLinks("").to("/invite/abc")).isEqualTo("/invite/abc");
        node.withPropertyValues("flagledger.dashboard.url=javascript:alert(1)")
                .run(failed -> assertThat(failed).hasFailed());
    }

    @Test
    void withoutAnAddressOfItsOwnTheDashboardIsAtTheServers() {
        assertThat(new DashboardLinks("https://ui.ex.test").or("https://api.ex.test"))
                .isEqualTo("https://ui.ex.test");
        assertThat(new DashboardLinks("").or("https://api.ex.test")).isEqualTo("https://api.ex.test");
    }

    @Test
    void whatIsConfiguredCountsMoreThanWhatARequestSays() {
        var request = new MockHttpServletRequest("GET", "/api/v1/flags/");
        request.setServerName("elsewhere.test");

        assertThat(new OwnAddress("").of(request)).isEqualTo("http://elsewhere.test");
        node.withPropertyValues("flagledger.server.url=https://flags.ex.test:8443/")
                .run(started -> assertThat(started.getBean(OwnAddress.class).of(request))
                        .isEqualTo("https://flags.ex.test:8443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flags.ex.test", "ftp://flags.ex.test", "https://flags.ex.test/path", "https://a b"})
    void anAddressHasASchemeAndNoPath(String address) {
        node.withPropertyValues("flagledger.server.url=" + address)
                .run(failed -> assertThat(failed).hasFailed());
    }
}
