package dev.flagledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimReaderTest {

    @Test
    void claimsDescribeAUser() {
        var claims = Map.<String, Object>of(
                "email", "ana@example.test",
                "email_verified", true,
                "given_name", "Ana",
                "family_name", "Lee",
                "name", "Dr. Ana Lee",
                "teams", List.of("ops", "web"));

        assertThat(user(claims))
                .isEqualTo(new OidcUser("7", "ana@example.test", true, "Ana", "Lee", Set.of("ops", "web")));
    }

    /** Any claim may be missing, or of a type that nobody expects. */
    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(user(Map.of())).isEqualTo(new OidcUser("7", null, false, "", "", Set.of()));
        assertThat(user(Map.of("email", 7, "given_name", List.of("Ana"), "teams", Map.of("ops", true))))
                .isEqualTo(new OidcUser("7", null, false, "", "", Set.of()));
    }

    static Stream<Arguments> verified() {
        return Stream.of(
                Arguments.of(true, false, true),
                Arguments.of("true", false, true),
                Arguments.of("True", false, false),
                Arguments.of(1, false, false),
                Arguments.of(false, false, false),
                Arguments.of(false, true, true));
    }

    @ParameterizedTest
    @MethodSource("verified")
    void anAddressIsVerifiedIfTheIssuerSaysSoOrIsTrusted(Object claim, boolean trusted, boolean verified) {
        var read = new ClaimReader(Map.of("email", "ana@example.test", "email_verified", claim))
                .user("7", settings("teams", trusted));

        assertThat(read.verified()).isEqualTo(verified);
    }

    @Test
    void aWholeNameIsTheFirstNameWhereThereIsNoOther() {
        assertThat(user(Map.of("name", "Ana Lee")).firstName()).isEqualTo("Ana Lee");
        assertThat(user(Map.of("name", "Ana Lee", "family_name", "Lee")).firstName())
                .isEmpty();
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of("teams", "ops", Set.of("ops")),
                Arguments.of("teams", List.of("ops", 7, "ops"), Set.of("ops")),
                Arguments.of("", List.of("ops"), null),
                Arguments.of("roles", List.of("ops"), Set.of()));
    }

    /** Without a claim to look at, nothing is known of the groups, which is not the same as none. */
    @ParameterizedTest
    @MethodSource("groups")
    void groupsAreTextsOrOneText(String asked, Object sent, @Nullable Set<String> groups) {
        assertThat(new ClaimReader(Map.of("teams", sent))
                        .user("7", settings(asked, false))
                        .groups())
                .isEqualTo(groups);
    }

    private static OidcUser user(Map<String, Object> claims) {
        return new ClaimReader(claims).user("7", settings("teams", false));
    }

    private static OidcSettings settings(String groups, boolean trusted) {
        return new OidcSettings(
                "https://login.example.test",
                "flags",
                "s3cret",
                URI.create("https://flags.example.test"),
                List.of(),
                groups,
                trusted);
    }
}
