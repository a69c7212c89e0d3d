package dev.flagledger.access.account;

import dev.flagledger.ledger.secret.Digest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tokens in mails to the users of accounts. Only digests are stored; a slow hash is unnecessary, since tokens are drawn at random
 * out of 2<sup>160</sup>. They are valid for three days, by the clock of the database. All methods take part in the caller's
 * transaction, if there is one.
 */
@Component
public class MailedTokens {

    /** How long a token is valid. */
    public static final Duration VALIDITY = Duration.ofDays(3);

    private static final int BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    public MailedTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a token allows. */
    public enum Purpose {
        PASSWORD_RESET,
        ACTIVATION
    }

    /** How many tokens may be drawn in how much time. */
    public record Limit(int most, Duration within) {}

    /** The account and the purpose of a token, with what has to be unchanged when it is used. */
    public record Use(int userId, Purpose purpose, String state) {}

    /**
     * Draws a token. Needs a transaction, in which it waits for those that draw one for the same account.
     *
     * @return the token, 40 lower-case hex digits; empty if the limit is reached, or without such an account
     */
    public Optional<String> draw(Use use, Limit limit) {
        var account = jdbc.sql("select account.user_id from access.account where account.user_id = :user for update")
                .param("user", use.userId())
                .query(Integer.class)
                .optional();
        if (account.isEmpty() || !mayDraw(use, limit)) {
            return Optional.empty();
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        jdbc.sql("""
                        insert into access.mailed_token (digest, user_id, purpose, state)
                        values (:digest, :user, :purpose, :state)""")
                .param("digest", Digest.sha256(token))
                .param("user", use.userId())
                .param("purpose", use.purpose().name())
                .param("state", use.state())
                .update();
        return Optional.of(token);
    }

    /** Returns whether the limit is not reached yet. */
    public boolean mayDraw(Use use, Limit limit) {
        return drawn(use, limit.within()) < limit.most();
    }

    /** Returns whether the token is valid for this use. */
    public boolean isValid(Use use, String token) {
        return matching("select count(*) from access.mailed_token", use, token)
                .query(Integer.class)
                .single()
                .equals(1);
    }

    /** Ends a token; of concurrent calls, one returns true. Returns whether it was valid for this use. */
    public boolean redeem(Use use, String token) {
        return matching("delete from access.mailed_token", use, token).update() == 1;
    }

    /** Ends all tokens of an account, so that it may draw as many again as the limit allows. */
    public void endAllOf(int userId) {
        jdbc.sql("delete from access.mailed_token where mailed_token.user_id = :user")
                .param("user", userId)
                .update();
    }

    private JdbcClient.StatementSpec matching(String what, Use use, String token) {
        return jdbc.sql(what + """
                         where mailed_token.digest = :digest and mailed_token.user_id = :user
                        and mailed_token.purpose = :purpose and mailed_token.state = :state
                        and mailed_token.mailed_at > now() - :validity * interval '1 second'""")
                .param("digest", Digest.sha256(token))
                .param("user", use.userId())
                .param("purpose", use.purpose().name())
                .param("state", use.state())
                .param("validity", VALIDITY.toSeconds());
    }

    private int drawn(Use use, Duration within) {
        return jdbc.sql("""
                        select count(*) from access.mailed_token
                        where mailed_token.user_id = :user and mailed_token.purpose = :purpose
                        and mailed_token.mailed_at > now() - :within * interval '1 second'""")
                .param("user", use.userId())
                .param("purpose", use.purpose().name())
                .param("within", within.toSeconds())
                .query(Integer.class)
                .single();
    }
}
