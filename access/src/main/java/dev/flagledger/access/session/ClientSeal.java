package dev.flagledger.access.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Encrypts the clients of sessions, which are personal data: bound to the session, and deleted with it. */
@Component
class ClientSeal {

    private static final String SEPARATOR = "\n";

    private final Wrapping wrapping;

    ClientSeal(InstallationKey installation) {
        this.wrapping = new Wrapping(installation, "sessions");
    }

    byte[] seal(SessionClient client, UUID session) {
        var text = orEmpty(client.address()) + SEPARATOR + orEmpty(client.agent());
        return wrapping.wrap(text.getBytes(UTF_8), session.toString());
    }

    SessionClient open(byte[] sealed, UUID session) {
        var parts = new String(wrapping.unwrap(sealed, session.toString()), UTF_8).split(SEPARATOR, 2);
        return new SessionClient(orNull(parts[0]), orNull(parts[1]));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
