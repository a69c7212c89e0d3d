package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The link with which a password is set. There is no dashboard: its parts are what the request needs, as the documentation says. */
final class PasswordLink {

    private PasswordLink() {}

    /** Sets the usual password by a link. */
    static void use(Api api, String link) {
        var parts = link.replaceFirst(".*/password-reset/confirm/", "").split("/", -1);
        var wanted = Map.of(
                "uid",
                parts[0],
                "token",
                parts[1],
                "new_password",
                KnownPerson.PASSWORD,
                "re_new_password",
                KnownPerson.PASSWORD);
        assertThat(api.post("auth/users/reset_password_confirm/", wanted).status())
                .isEqualTo(204);
    }
}
