package dev.flagledger.command.organisation.login;

import dev.flagledger.access.domain.DnsSettings;
import dev.flagledger.access.domain.DomainRecords;
import dev.flagledger.access.domain.TextRecords.NoAnswer;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.organisation.LoginRuleCommand;
import dev.flagledger.api.organisation.LoginRuleCommand.MissDomainRecord;
import dev.flagledger.api.organisation.LoginRuleCommand.ProveDomain;
import dev.flagledger.api.organisation.LoginRuleCommand.UnproveDomain;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.login.MailDomain;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.retention.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks regularly whether domains still have the records that proved them. One that is missing is recorded; one that is missing for too
 * long proves nothing any more. Without an answer nothing is known, and nothing changes. Each node looks, and the first one's finding
 * counts.
 */
@Component
final class DomainChecks implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DomainChecks.class);
    /** Settings do not change before. */
    private static final Duration UNTIL_RESTART = Duration.ofDays(1);

    private static final Duration UNTIL_CAUGHT_UP = Duration.ofMillis(500);

    private final History<Installation> history;
    private final DomainRecords records;
    private final Commands commands;
    private final Clock clock;
    private final DnsSettings settings;
    private final BackgroundLoop loop;

    DomainChecks(
            History<Installation> history,
            DomainRecords records,
            Commands commands,
            Clock clock,
            DnsSettings settings,
            @Value(Retention.BEGIN) Duration begin) {
        this.history = history;
        this.records = records;
        this.commands = commands;
        this.clock = clock;
        this.settings = settings;
        this.loop = new BackgroundLoop("mail-domains", this::round).beginningAfter(begin);
    }

    private Duration round() {
        if (!history.caughtUp()) {
            return UNTIL_CAUGHT_UP;
        }
        if (!settings.checksProofs()) {
            return UNTIL_RESTART;
        }
        for (var organisation : history.state().organisations().values()) {
            organisation.access().loginRules().domains().byId().values().stream()
                    .filter(MailDomain::isProvenByRecord)
                    .forEach(domain -> check(organisation.id(), domain));
        }
        return settings.recheck();
    }

    private void check(int organisation, MailDomain domain) {
        if (loop.isEnding()) {
            return;
        }
        try {
            next(organisation, domain, records.exist(organisation, domain.name()))
                    .ifPresent(command -> commands.send(command, Attribution.SYSTEM));
        } catch (NoAnswer e) {
            LOG.warn("The records of {} cannot be looked up: {}", domain.name(), e.toString());
        } catch (Rejected e) {
            LOG.info("Somebody else has decided about {} meanwhile: {}", domain.name(), e.toString());
        }
    }

    private Optional<LoginRuleCommand> next(int organisation, MailDomain domain, boolean found) {
        var since = domain.missingSince();
        if (found) {
            return since == null
                    ? Optional.empty()
                    : Optional.of(new ProveDomain(organisation, domain.id(), domain.name()));
        }
        if (since == null) {
            LOG.warn(
                    "The record of {} is missing, which proved it to be of organisation {}",
                    domain.name(),
                    organisation);
            return Optional.of(new MissDomainRecord(organisation, domain.id()));
        }
        return isOver(since) ? Optional.of(new UnproveDomain(organisation, domain.id())) : Optional.empty();
    }

    private boolean isOver(Instant since) {
        return !clock.instant().isBefore(since.plus(settings.grace()));
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
