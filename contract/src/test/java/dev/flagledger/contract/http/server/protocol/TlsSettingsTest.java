package dev.flagledger.contract.http.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TlsSettingsTest {

    @Test
    void withoutFilesThereIsNoTls() {
        assertThat(new TlsSettings("", " ").files()).isNull();
    }

    @Test
    void bothFilesMakeACertificate() {
        assertThat(new TlsSettings("a.pem", "b.pem").files())
                .isEqualTo(new CertificateFiles(Path.of("a.pem"), Path.of("b.pem")));
    }

    @Test
    void oneFileAloneIsRefused() {
        assertThatThrownBy(() -> new TlsSettings("a.pem", "")).hasMessageContaining("set both, or neither");
        assertThatThrownBy(() -> new TlsSettings("", "b.pem")).hasMessageContaining("set both, or neither");
    }
}
