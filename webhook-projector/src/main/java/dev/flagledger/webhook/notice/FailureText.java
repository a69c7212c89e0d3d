package dev.flagledger.webhook.notice;

import dev.flagledger.webhook.delivery.attempt.Notice;
import dev.flagledger.webhook.endpoint.ShownUrl;
import dev.flagledger.webhook.endpoint.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a mail about a webhook that is paused or disabled. It has nothing of what was to be delivered, and no secret. */
final class FailureText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String DISABLED = """
        A webhook was disabled: its receiver answered that it does not exist any more.

        %s

        What waited for it was cancelled. If there is a receiver again, enable the webhook and have the messages
        since then delivered again.
        """;

    private static final String PAUSED = """
        A webhook is paused: its receiver has failed several times in succession.

        %s

        Its messages are kept. Every half an hour or sooner one of them is sent as a probe; as soon as it is
        acknowledged, the others follow, and there is nothing else to do.
        """;

    private FailureText() {}

    static String of(Notice notice, Target target, OwnerPlace place) {
        var facts = Stream.of(
                        place(place),
                        Stream.of(
                                fact("URL", ShownUrl.of(target.url())),
                                fact("Webhook", Integer.toString(notice.webhookId())),
                                fact("Last status", notice.outcome()),
                                fact("Since", time(notice.at()))))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return (notice.kind() == Notice.Kind.GONE ? DISABLED : PAUSED).formatted(facts);
    }

    private static Stream<String> place(OwnerPlace place) {
        var organisation = fact("Organisation", place.organisation().settings().name());
        var project = place.project();
        var environment = place.environment();
        return project == null || environment == null
                ? Stream.of(organisation)
                : Stream.of(
                        organisation,
                        fact("Project", project.settings().name()),
                        fact("Environment", environment.settings().name()));
    }

    /** On one line, so that no name can look like a fact of its own. */
    private static String fact(String name, String value) {
        return name + ": " + value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
