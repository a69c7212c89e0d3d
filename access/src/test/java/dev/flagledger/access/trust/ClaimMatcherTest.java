package dev.flagledger.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.trust.ClaimRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimMatcherTest {

    private static final Map<String, Object> CLAIMS = Map.of(
            "repository",
            "acme/flags",
            "run_attempt",
            2,
            "protected",
            true,
            "groups",
            List.of("dev", "ops"),
            "x",
            Map.of());

    @ParameterizedTest
    @CsvSource({
        "acme/*, acme/flags, true",
        "acme/*, acme/, true",
        "acme/*, acmes/flags, false",
        "acme/*, evil/acme/flags, false",
        "*/flags, acme/flags, true",
        "*/flags, acme/flags2, false",
        "a*m*s, acme/flags, true",
        "acme/flag?, acme/flags, true",
        "acme/flag?, acme/flag, false",
        "acme/flags, acme/flags, true",
        "acme/flags, Acme/flags, false",
        "acme.flags, acme/flags, false",
        "[a]cme/flags, acme/flags, false",
        "*, acme/flags, true",
        "**, '', true",
        "'', acme, false"
    })
    void aPatternMatchesTheWholeText(String pattern, String text, boolean matches) {
        assertThat(ClaimMatcher.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    @Timeout(5)
    void noPatternTakesLong() {
        assertThat(ClaimMatcher.matches("*a".repeat(250), "a".repeat(16_000) + "b"))
                .isFalse();
    }

    @Test
    void allRulesMustBeMetByOneOfTheirValues() {
        var repository = new ClaimRule("repository", List.of("other/*", "acme/*"));

        assertThat(ClaimMatcher.meets(CLAIMS, List.of())).isTrue();
        assertThat(ClaimMatcher.meets(CLAIMS, List.of(repository))).isTrue();
        assertThat(ClaimMatcher.meets(CLAIMS, List.of(repository, rule("ref", "*"))))
                .as("a claim that is missing")
                .isFalse();
        assertThat(ClaimMatcher.meets(CLAIMS, List.of(repository, rule("repository", "other/*"))))
                .isFalse();
    }

    @Test
    void claimsOfOtherTypesAreComparedAsText() {
        assertThat(ClaimMatcher.meets(
                        CLAIMS, List.of(rule("run_attempt", "2"), rule("protected", "true"), rule("groups", "ops"))))
                .isTrue();
        assertThat(ClaimMatcher.meets(CLAIMS, List.of(rule("groups", "dev*ops"))))
                .isFalse();
        assertThat(ClaimMatcher.meets(CLAIMS, List.of(rule("x", "*")))).isFalse();
    }

    private static ClaimRule rule(String claim, String value) {
        return new ClaimRule(claim, List.of(value));
    }
}
