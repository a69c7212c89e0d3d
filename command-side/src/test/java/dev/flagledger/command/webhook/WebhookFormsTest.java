package dev.flagledger.command.webhook;

import static dev.flagledger.api.webhook.WebhookOwner.Kind.ENVIRONMENT;
import static dev.flagledger.api.webhook.WebhookOwner.Kind.IDENTITIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.outbound.AddressRule;
import dev.flagledger.access.outbound.OutboundHosts;
import dev.flagledger.command.webhook.WebhookForms.Requested;
import dev.flagledger.testing.Forms;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFormsTest {

    private static final Requested NOW = new Requested("http://10.0.0.1/old", true, "s3cret");

    private final WebhookForms forms =
            new WebhookForms(new OutboundHosts(new AddressRule(List.of()), WebhookFormsTest::resolved));

    @Test
    void aNewWebhookIsEnabledAndHasNoSecretUnlessItSaysSo() {
        assertThat(forms.create(Forms.of("{'url': 'https://hooks.example.test/'}"), ENVIRONMENT))
                .isEqualTo(new Requested("https://hooks.example.test/", true, ""));
        assertThat(forms.create(
                        Forms.of("{'url': 'https://hooks.example.test/', 'enabled': false, 'secret': 'a'}"),
                        ENVIRONMENT))
                .isEqualTo(new Requested("https://hooks.example.test/", false, "a"));
    }

    @Test
    void theWebhookForIdentitiesIsAlwaysEnabled() {
        assertThat(forms.create(Forms.of("{'url': 'https://hooks.example.test/', 'enabled': false}"), IDENTITIES))
                .isEqualTo(new Requested("https://hooks.example.test/", true, ""));
    }

    /** The URL may have been forbidden since, but the request does not change it. */
    @Test
    void whatIsLeftOutStaysAsItIsWithoutBeingLookedAtAgain() {
        assertThat(forms.change(Forms.of("{'enabled': false, 'secret': ''}"), ENVIRONMENT, NOW))
                .isEqualTo(new Requested(NOW.url(), false, ""));
        assertThat(forms.change(Forms.of("{'url': '" + NOW.url() + "'}"), ENVIRONMENT, NOW))
                .isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        {}                                ; {url=[This field is required.]}
        {'url': ''}                       ; {url=[This field may not be blank.]}
        {'url': 'hooks.example.test'}     ; {url=[Enter a valid http(s) URL., Enter a valid URL.]}
        {'url': 'http://10.0.0.2/'}       ; {url=[URLs must not target internal or private network addresses.]}
        {'url': 'http://localhost/'}      ; {url=[URLs must not target internal or private network addresses.]}
        {'url': 'https://a.test/', 'secret': null} ; {secret=[This field may not be null.]}
        """)
    void invalidFieldsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> forms.create(Forms.of(sent), ENVIRONMENT)))
                .isEqualTo(problems);
    }

    private static InetAddress[] resolved(String host) throws UnknownHostException {
        if (host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.ofLiteral(host.equals("localhost") ? "127.0.0.1" : host)};
    }
}
