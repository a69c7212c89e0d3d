package dev.flagledger.command.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientKeyTest {

    @Test
    void keysDifferAndHaveNoCharacterThatIsEasilyTakenForAnother() {
        var keys = Stream.generate(ClientKey::random).limit(1_000).toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[2-9A-HJ-NP-Za-km-z]{22}"));
        assertThat(String.join("", keys).chars().distinct())
                .as("all characters are drawn")
                .hasSize(57);
    }

    @Test
    void aServersKeyIsKnownByHowItBegins() {
        assertThat(ClientKey.randomOfServer()).matches("ser\\.[2-9A-Za-z]{22}");
    }
}
