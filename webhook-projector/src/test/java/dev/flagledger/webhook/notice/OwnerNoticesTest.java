package dev.flagledger.webhook.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.api.webhook.WebhookCommand.ChangeWebhook;
import dev.flagledger.api.webhook.WebhookCommand.PauseWebhook;
import dev.flagledger.api.webhook.WebhookCommand.ResumeWebhook;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.delivery.attempt.TestAttempts;
import dev.flagledger.webhook.endpoint.EndpointTable;
import dev.flagledger.webhook.testing.TestEndpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** No pause, no resumption and no receiver that is gone is missing from the log, whenever a node dies. */
class OwnerNoticesTest {

    private static final String URL = "https://one.test/hook";
    private static final WebhookOwner LIVE = WebhookOwner.environment(14);
    private static final PauseWebhook PAUSE = new PauseWebhook(41, LIVE);
    private static final ResumeWebhook RESUME = new ResumeWebhook(41, LIVE);
    private static final ChangeWebhook DISABLE = new ChangeWebhook(
            41, LIVE, new Edit<>(WebhookSettings.of(URL, true), WebhookSettings.of(URL, false)), false);

    private final JdbcClient jdbc =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private final TurnedClock clock = new TurnedClock();
    private final EndpointTable endpoints = new EndpointTable(jdbc);
    private final List<WebhookCommand> sent = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();
    private final OwnerNotices node = node((command, _, alongside) -> {
        sent.add(command);
        alongside.run();
    });

    @BeforeEach
    void putAWebhook() {
        endpoints.put(TestEndpoints.endpoint(41, 14, URL, true));
    }

    @Test
    void eachNoticeIsToldOnceAndInOrder() {
        write("PAUSED", 0);
        write("RESUMED", 0);
        write("PAUSED", 0);

        node.round();
        node.round();

        assertThat(sent).containsExactly(PAUSE, RESUME, PAUSE);
        assertThat(mailed).as("of a resumption nobody needs a mail").containsExactly("PAUSED " + URL, "PAUSED " + URL);
    }

    @Test
    void aMailIsQueuedOnlyInTheTransactionOfTheEventAndByOneNode() {
        write("PAUSED", 0);
        var late = new ArrayList<Runnable>();
        node((_, _, alongside) -> late.add(alongside)).round();
        assertThat(mailed).as("before the event is recorded").isEmpty();

        clock.turn(Duration.ofMinutes(1));
        node.round();
        late.forEach(Runnable::run);

        assertThat(mailed).containsExactly("PAUSED " + URL);
    }

    @Test
    void whatANodeHasNotToldWhenItDiesIsToldByAnotherInTheSameOrder() {
        write("PAUSED", 0);
        write("RESUMED", 0);
        var dying = node((_, _, _) -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(dying::round).isInstanceOf(StackOverflowError.class);

        node.round();
        assertThat(sent).as("while the other may still tell").isEmpty();

        clock.turn(Duration.ofMinutes(1));
        node.round();
        assertThat(sent).containsExactly(PAUSE, RESUME);
    }

    @Test
    void whatCannotBeRecordedIsTriedAgainAtOnce() {
        write("PAUSED", 0);
        var failing = node((_, _, _) -> {
            throw new IllegalStateException();
        });
        assertThatThrownBy(failing::round).isInstanceOf(IllegalStateException.class);

        node.round();

        assertThat(sent).containsExactly(PAUSE);
    }

    @Test
    void ofAWebhookThatWasRemovedNobodyIsTold() {
        write("PAUSED", 0);
        var refusing = node((_, _, _) -> {
            throw new Rejected(new Rejection.Missing("Webhook"));
        });
        refusing.round();
        write("RESUMED", 0);
        endpoints.remove(41);

        node.round();

        assertThat(sent).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void theWebhookOfAReceiverThatIsGoneIsDisabledWithTheReason() {
        var notes = new ArrayList<@Nullable String>();
        write("GONE", revision());

        node((command, by, alongside) -> {
                    sent.add(command);
                    notes.add(by.note());
                    alongside.run();
                })
                .round();

        assertThat(sent).containsExactly(DISABLE);
        assertThat(mailed).containsExactly("GONE " + URL);
        assertThat(notes).containsExactly("The receiver answered 410: it is gone");
    }

    @Test
    void aWebhookThatWasChangedSinceIsNotDisabled() {
        write("GONE", revision());
        endpoints.put(TestEndpoints.endpoint(41, 14, "https://other.test/", true));

        node.round();

        assertThat(sent).isEmpty();
        assertThat(mailed).isEmpty();
        assertThat(waiting()).isZero();
    }

    private OwnerNotices node(OwnerNotices.Sender commands) {
        var notices = new TestAttempts(jdbc, TransactionOperations.withoutTransaction(), clock).notices();
        return new OwnerNotices(
                notices, endpoints, commands, (notice, target) -> mailed.add(notice.kind() + " " + target.url()));
    }

    private void write(String kind, long revision) {
        jdbc.sql("insert into webhook.webhook_notice (webhook_id, kind, revision) values (41, :kind, :revision)")
                .param("kind", kind)
                .param("revision", revision)
                .update();
    }

    private long revision() {
        return endpoints.find(41).orElseThrow().revision();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from webhook.webhook_notice")
                .query(Integer.class)
                .single();
    }
}
