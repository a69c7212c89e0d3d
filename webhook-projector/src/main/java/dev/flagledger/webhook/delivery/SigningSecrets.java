package dev.flagledger.webhook.delivery;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.access.secret.WebhookSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Remembers for a moment what the messages of webhooks are signed with. */
@Component
public final class SigningSecrets {

    /** More webhooks than a node delivers to at a time; then all are forgotten. */
    private static final int MOST = 10_000;

    /** Secrets expire without the webhook being written, and are replaced before it is. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** The number of attempts that may use the database at once, which leaves connections for requests. */
    private static final int CONNECTIONS = 4;

    private final WebhookSecrets secrets;
    private final Clock clock;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();
    private final SyncTaskExecutor database = new SyncTaskExecutor();

    public SigningSecrets(WebhookSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
        this.database.setConcurrencyLimit(CONNECTIONS);
    }

    private record Known(long revision, Instant at, SigningKeys keys) {}

    /**
     * The keys of a webhook, as they were at most a second ago.
     *
     * @param revision the number of the write of the webhook, before which its secret was stored
     */
    public SigningKeys of(int webhookId, long revision) {
        var now = clock.instant();
        var remembered = known.get(webhookId);
        if (remembered != null
                && remembered.revision() == revision
                && now.isBefore(remembered.at().plus(REMEMBERED))) {
            return remembered.keys();
        }
        var keys = database.execute(() -> secrets.keysOf(webhookId));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(webhookId, new Known(revision, now, keys));
        return keys;
    }
}
