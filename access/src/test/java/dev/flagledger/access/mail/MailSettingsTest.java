package dev.flagledger.access.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailSettingsTest {

    private final ApplicationContextRunner node =
            new ApplicationContextRunner().withUserConfiguration(MailConfiguration.class);

    @Test
    void withoutAHostThereIsNoServer() {
        node.run(started ->
                assertThat(started.getBean(MailSettings.class).configured()).isFalse());
    }

    @Test
    void theSettingsAreRead() {
        node.withPropertyValues(
                        "flagledger.mail.host=smtp.ex.test",
                        "flagledger.mail.from=Flags <flags@ex.test>",
                        "flagledger.mail.security=tls",
                        "flagledger.mail.password=secret")
                .run(started -> {
                    var settings = started.getBean(MailSettings.class);
                    assertThat(settings.security()).isEqualTo(MailSettings.Security.TLS);
                    assertThat(settings.port()).isEqualTo(587);
                    assertThat(settings).hasToString("MailSettings[smtp.ex.test:587]");
                });
    }

    @Test
    void aServerNeedsASender() {
        node.withPropertyValues("flagledger.mail.host=smtp.ex.test")
                .run(failed -> assertThat(failed).getFailure().rootCause().isInstanceOf(AddressException.class));
        node.withPropertyValues("flagledger.mail.host=smtp.ex.test", "flagledger.mail.from=nobody")
                .run(failed -> assertThat(failed).hasFailed());
    }
}
