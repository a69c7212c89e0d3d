package dev.flagledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinariesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Linux amd64", "Linux aarch64", "Mac OS X aarch64"})
    void theBuildContainsTheProgramsOfEverySupportedSystem(String system) {
        assertThat(BinariesTest.class.getResource(Binaries.archiveFor(system))).isNotNull();
    }

    @Test
    void anUnsupportedSystemIsRejectedWithAnAlternative() {
        assertThatThrownBy(() -> Binaries.archiveFor("Windows 11 amd64"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("Windows 11 amd64")
                .hasMessageContaining("FLAGLEDGER_DATABASE_URL");
    }
}
