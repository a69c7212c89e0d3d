package dev.flagledger.access.oauth.client;

import dev.flagledger.access.oauth.client.OAuthClient.Method;
import dev.flagledger.access.oauth.message.Drawn;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.contract.http.AddressGroup;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The OAuth clients: the built-in one, and those that registered themselves. Anybody may, so they are limited by address and pruned. */
@Component
public class OAuthClients {

    private static final Duration MONTH = Duration.ofDays(30);
    /** When a throttled address should try again: older registrations leave the month one by one. */
    private static final Duration WAIT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final InstallationSecret secret;
    private final OAuthSettings settings;

    OAuthClients(JdbcClient jdbc, InstallationSecret secret, OAuthSettings settings) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.settings = settings;
    }

    /**
     * A client that has just registered.
     *
     * @param secret to be shown once; null for public clients
     */
    public record Registered(OAuthClient client, @Nullable String secret) {}

    /** Returns the client with an id; empty if it is unknown. */
    public Optional<OAuthClient> find(String id) {
        if (id.equals(OAuthClient.CLI.id())) {
            return Optional.of(OAuthClient.CLI);
        }
        return jdbc.sql("""
            select oauth_client.client_id, oauth_client.name, oauth_client.redirect_uris, oauth_client.method,
                oauth_client.secret_digest
            from access.oauth_client where oauth_client.client_id = :id""")
                .param("id", id.replace("\0", ""))
                .query((row, _) -> client(row))
                .optional();
    }

    /**
     * Stores a new client.
     *
     * @param address the network address that registers it; null if unknown
     * @throws Throttled if the address has registered too many
     */
    public Registered register(Registration registration, @Nullable String address) {
        var registrant = secret.mac("oauth-registrant:" + AddressGroup.of(address));
        admit(registrant);
        var drawn = registration.method() == Method.NONE ? null : Drawn.fresh();
        var client = new OAuthClient(
                UUID.randomUUID().toString(),
                registration.name(),
                registration.redirectUris(),
                registration.method(),
                drawn == null ? null : HexFormat.of().formatHex(drawn.digest()),
                ApplicationScope.MCP,
                false);
        jdbc.sql("""
            insert into access.oauth_client (client_id, name, redirect_uris, method, secret_digest, registrant)
            values (:id, :name, :uris, :method, :digest, :registrant)""")
                .param("id", client.id())
                .param("name", client.name())
                .param("uris", client.redirectUris().toArray(String[]::new))
                .param("method", client.method().name())
                .param("digest", drawn == null ? null : drawn.digest())
                .param("registrant", registrant)
                .update();
        return new Registered(client, drawn == null ? null : drawn.text());
    }

    /** Notes that a user has consented to a client, which keeps it. */
    public void used(String id) {
        jdbc.sql("update access.oauth_client set used_at = now() where oauth_client.client_id = :id")
                .param("id", id)
                .update();
    }

    private void admit(byte[] registrant) {
        int most = settings.registrationsPerMonth();
        if (most > 0 && registeredBy(registrant) >= most) {
            throw new Throttled(WAIT);
        }
    }

    private long registeredBy(byte[] registrant) {
        return jdbc.sql("""
            select count(*) from access.oauth_client where oauth_client.registrant = :registrant
            and oauth_client.registered_at > now() - :seconds * interval '1 second'""")
                .param("registrant", registrant)
                .param("seconds", MONTH.toSeconds())
                .query(Long.class)
                .single();
    }

    private static OAuthClient client(ResultSet row) throws SQLException {
        byte @Nullable [] digest = row.getBytes("secret_digest");
        return new OAuthClient(
                row.getString("client_id"),
                row.getString("name"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                Method.valueOf(row.getString("method")),
                digest == null ? null : HexFormat.of().formatHex(digest),
                ApplicationScope.MCP,
                false);
    }
}
