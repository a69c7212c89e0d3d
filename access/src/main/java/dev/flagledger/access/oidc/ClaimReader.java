package dev.flagledger.access.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads claims, which may be of any type. */
final class ClaimReader {

    private final Map<String, Object> claims;

    ClaimReader(Map<String, Object> claims) {
        this.claims = claims;
    }

    OidcUser user(String subject, OidcSettings settings) {
        return new OidcUser(
                subject,
                textOrNull("email"),
                settings.trustsEmail() || isTrue(claims.get("email_verified")),
                firstName(),
                text("family_name"),
                settings.groupsClaim().isEmpty() ? null : groups(claims.get(settings.groupsClaim())));
    }

    /** Some providers write booleans as texts. */
    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    private String firstName() {
        var given = text("given_name");
        return given.isEmpty() && text("family_name").isEmpty() ? text("name") : given;
    }

    private String text(String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    private @Nullable String textOrNull(String name) {
        return claims.get(name) instanceof String text ? text : null;
    }

    private static Set<String> groups(@Nullable Object value) {
        var all = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return all.filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
