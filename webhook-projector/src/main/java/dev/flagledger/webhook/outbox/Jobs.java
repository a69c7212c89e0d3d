package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.webhook.WebhookOwner.Kind;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.webhook.delivery.Job;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decides which bodies an event queues for which webhooks. The receivers are the enabled webhooks of the state after the event. */
final class Jobs {

    private Jobs() {}

    /** A job whose body may contain the id of a line of the audit log. */
    @FunctionalInterface
    interface Draft {

        /** The job, by what to add to the numbers of lines to get their ids. */
        Job job(int lastLine);
    }

    /** The jobs of an event, in the order to deliver: one for each of its news and webhook that is told of it. */
    static Stream<Draft> of(RecordedEvent recorded, Installation after, List<News> told) {
        var bodies = new Bodies(recorded, after);
        return IntStream.range(0, told.size())
                .boxed()
                .flatMap(ordinal -> Audience.of(told.get(ordinal), after)
                        .map(webhook -> draft(recorded, bodies, told.get(ordinal), ordinal, webhook)));
    }

    private static Draft draft(RecordedEvent recorded, Bodies bodies, News news, int ordinal, Webhook webhook) {
        if (news instanceof Audited) {
            return lastLine -> job(recorded, news, ordinal, webhook, bodies.of(ordinal, news, webhook, lastLine));
        }
        // Made before the transaction begins.
        var job = job(recorded, news, ordinal, webhook, bodies.of(ordinal, news, webhook, 0));
        return _ -> job;
    }

    private static Job job(RecordedEvent recorded, News news, int ordinal, Webhook webhook, byte[] body) {
        var author = recorded.actor().userId();
        var persons = new Job.Persons(author == null ? news.userId() : author, news.identityId());
        var owner = webhook.owner();
        // That of the receiver if the news is about a whole project.
        var environmentId = owner.kind() == Kind.ENVIRONMENT ? Integer.valueOf(owner.id()) : news.environmentId();
        return new Job(
                webhook.id(),
                environmentId,
                news.featureId(),
                recorded.position(),
                ordinal,
                body,
                persons,
                Job.Manner.of(webhook.settings()));
    }
}
