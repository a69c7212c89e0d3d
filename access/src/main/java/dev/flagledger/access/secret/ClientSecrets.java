package dev.flagledger.access.secret;

import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets by which identity providers know this installation, by the provider's id. They must be read again, so they are sealed
 * under the installation's key. Takes part in the caller's transaction, if there is one.
 */
@Component
public class ClientSecrets {

    private final JdbcClient jdbc;
    private final Wrapping wrapping;

    public ClientSecrets(JdbcClient jdbc, InstallationKey key) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(key, "client secrets");
    }

    /** Stores the secret, replacing the previous one. */
    public void store(int providerId, String secret) {
        jdbc.sql("""
                        insert into access.client_secret (provider_id, sealed) values (:provider, :sealed)
                        on conflict (provider_id) do update set sealed = excluded.sealed""")
                .param("provider", providerId)
                .param("sealed", wrapping.wrap(secret.getBytes(StandardCharsets.UTF_8), place(providerId)))
                .update();
    }

    /** Returns the secret, if one was stored. */
    public Optional<String> find(int providerId) {
        return jdbc.sql(
                        "select client_secret.sealed from access.client_secret where client_secret.provider_id = :provider")
                .param("provider", providerId)
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .map(found -> new String(wrapping.unwrap(found, place(providerId)), StandardCharsets.UTF_8));
    }

    /** Deletes the secret. Does nothing if there is none. */
    public void remove(int providerId) {
        jdbc.sql("delete from access.client_secret where client_secret.provider_id = :provider")
                .param("provider", providerId)
                .update();
    }

    private static String place(int providerId) {
        return "provider " + providerId;
    }
}
