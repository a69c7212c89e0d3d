package dev.flagledger.access.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.secret.InstallationSecret;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The tokens of logins that wait for a code of the second factor: the user, the time in seconds in base 36, the way unless it is the
 * password, and an HMAC, separated by hyphens. They last 15 minutes, and end with the tokens of the account. Nothing is stored.
 */
@Component
public class EphemeralTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int BASE = 36;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int MAC = 40;

    private final InstallationSecret secret;
    private final AccountStamps accounts;
    private final Clock clock;

    EphemeralTokens(InstallationSecret secret, AccountStamps accounts, Clock clock) {
        this.secret = secret;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A login that waits for a code. */
    public record Waiting(Account account, LoginWay way) {}

    /** Returns a token for a user who has logged in this way, but for the code. The account must exist. */
    public String issue(int userId, LoginWay way) {
        long now = clock.instant().getEpochSecond();
        var stamp = accounts.of(userId).orElseThrow();
        var start = userId + "-" + Long.toString(now, BASE) + "-" + (way.equals(LoginWay.EMAIL) ? "" : way.key() + "-");
        return start + mac(start, stamp);
    }

    /** Returns the login that a token is for; empty if it is invalid or has expired. */
    public Optional<Waiting> read(String token) {
        var parts = List.of(token.split("-", LONG + 1));
        if (parts.size() != SHORT && parts.size() != LONG) {
            return Optional.empty();
        }
        try {
            int userId = Integer.parseInt(parts.getFirst());
            var issued = Instant.ofEpochSecond(Long.parseLong(parts.get(1), BASE));
            var way = parts.size() == SHORT ? LoginWay.EMAIL : LoginWay.ofKey(parts.get(2));
            if (!issued.plus(LIFETIME).isAfter(clock.instant())) {
                return Optional.empty();
            }
            var start = token.substring(0, token.length() - parts.getLast().length());
            return accounts.of(userId)
                    .filter(stamp -> MessageDigest.isEqual(
                            mac(start, stamp).getBytes(US_ASCII),
                            parts.getLast().getBytes(US_ASCII)))
                    .map(stamp -> new Waiting(stamp.account(), way));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private String mac(String start, AccountStamps.Stamp stamp) {
        return HexFormat.of()
                .formatHex(secret.mac("ephemeral:" + start + stamp.nonce()))
                .substring(0, MAC);
    }
}
