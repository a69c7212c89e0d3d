package dev.flagledger.access.invite;

import dev.flagledger.access.secret.Accounts;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.secret.KeyedDigest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ids of people by their addresses, also of those who have no account yet. The log seals an invited person's address as that of the
 * user with this id, so that an erasure of the user reaches it.
 */
@Component
public class InvitedPeople {

    private final JdbcClient jdbc;
    private final KeyedDigest digest;
    private final Accounts accounts;
    private final Ids ids;

    InvitedPeople(JdbcClient jdbc, KeyedDigest digest, Accounts accounts, Ids ids) {
        this.jdbc = jdbc;
        this.digest = digest;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** Returns the id of the account with this address, or the id that it will have. */
    public int idOf(String email) {
        return accounts.byEmail(email).map(Accounts.Account::userId).orElseGet(() -> reserved(digestOf(email)));
    }

    /**
     * Returns the id that the account of somebody will have who was invited to this address; empty if nobody was, or an account has the
     * address by now, be it that of somebody else.
     */
    public Optional<Integer> withoutAccount(String email) {
        if (accounts.byEmail(email).isPresent()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select invited_person.user_id from access.invited_person where invited_person.digest = :digest")
                .param("digest", digestOf(email))
                .query(Integer.class)
                .optional();
    }

    /**
     * Forgets the address of somebody without an account; false if it is not {@linkplain #withoutAccount theirs}, or no longer. If invited
     * again, they get another id.
     */
    public boolean forget(int userId, String email) {
        if (withoutAccount(email).filter(id -> id == userId).isEmpty()) {
            return false;
        }
        return jdbc.sql("delete from access.invited_person where invited_person.user_id = :user")
                        .param("user", userId)
                        .update()
                > 0;
    }

    /** Returns the id for a new account with this address. To be called once for each registration, when it is unlikely to fail. */
    public int takeId(String email) {
        return jdbc.sql("delete from access.invited_person where invited_person.digest = :digest returning user_id")
                .param("digest", digestOf(email))
                .query(Integer.class)
                .optional()
                .orElseGet(() -> ids.next(Ids.Kind.USER));
    }

    private int reserved(byte[] address) {
        return jdbc.sql("""
                        insert into access.invited_person as known (digest, user_id) values (:digest, :user)
                        on conflict (digest) do update set user_id = known.user_id
                        returning user_id""")
                .param("digest", address)
                .param("user", ids.next(Ids.Kind.USER))
                .query(Integer.class)
                .single();
    }

    private byte[] digestOf(String email) {
        return digest.of("invited " + email.toLowerCase(Locale.ROOT));
    }
}
