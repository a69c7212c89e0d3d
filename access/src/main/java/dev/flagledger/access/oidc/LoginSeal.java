package dev.flagledger.access.oidc;

import dev.flagledger.ledger.secret.BrokenSealException;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals the logins that browsers have begun, so that they can keep them: no node needs to remember them, and nobody can begin so many that a
 * table is full.
 */
@Component
public final class LoginSeal {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PLACE = "cookie";

    private final Wrapping wrapping;

    public LoginSeal(InstallationKey key) {
        this.wrapping = new Wrapping(key, "oidc logins");
    }

    /** Seals a login, as the value of a cookie. */
    public String seal(OidcLogin login) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(wrapping.wrap(JSON.writeValueAsBytes(login), PLACE));
    }

    /** Opens a sealed login; empty if this installation has not sealed it. */
    public Optional<OidcLogin> open(String sealed) {
        try {
            var plain = wrapping.unwrap(Base64.getUrlDecoder().decode(sealed), PLACE);
            return Optional.of(JSON.readValue(plain, OidcLogin.class));
        } catch (IllegalArgumentException | BrokenSealException _) {
            return Optional.empty();
        }
    }
}
