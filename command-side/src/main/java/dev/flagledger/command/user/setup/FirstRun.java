package dev.flagledger.command.user.setup;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.background.BackgroundLoop;
import dev.flagledger.ledger.background.LoopLifecycle;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the superuser that the settings name, at each start. In an installation without other users it makes an organisation and a
 * project too, until the superuser has logged in. A start that was interrupted is completed by the next one.
 */
@Component
final class FirstRun implements LoopLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
    private static final Duration UNTIL_READY = Duration.ofMillis(50);

    private final SetupSettings settings;
    private final Superusers superusers;
    private final DashboardLinks dashboard;
    private final Ids ids;
    private final Commands commands;
    private final History<Installation> history;
    private final BackgroundLoop loop = new BackgroundLoop("setup", this::round);

    FirstRun(
            SetupSettings settings,
            Superusers superusers,
            DashboardLinks dashboard,
            Ids ids,
            Commands commands,
            History<Installation> history) {
        this.settings = settings;
        this.superusers = superusers;
        this.dashboard = dashboard;
        this.ids = ids;
        this.commands = commands;
        this.history = history;
    }

    private Duration round() {
        if (!history.ready()) {
            return UNTIL_READY;
        }
        var link = superusers.ensure(settings.adminEmail());
        superusers.onlyUser().ifPresent(this::furnish);
        link.ifPresent(known ->
                LOG.warn("The superuser {} sets a password here: {}", settings.adminEmail(), known.in(dashboard)));
        loop.end();
        return Duration.ZERO;
    }

    private void furnish(int user) {
        var organisations = history.stateAtHead().organisationsOf(user);
        int organisation = organisations.isEmpty() ? createOrganisation(user) : organisations.getFirst();
        if (history.stateAtHead().projects().isEmpty()) {
            commands.send(
                    new CreateProject(
                            ids.next(Ids.Kind.PROJECT),
                            UUID.randomUUID(),
                            organisation,
                            ProjectSettings.initial(settings.projectName())),
                    Attribution.SYSTEM);
        }
    }

    private int createOrganisation(int founder) {
        int id = ids.next(Ids.Kind.ORGANISATION);
        var chosen = new OrganisationSettings(settings.organisationName(), null, false, false);
        commands.send(new CreateOrganisation(id, UUID.randomUUID(), chosen, founder), Attribution.SYSTEM);
        return id;
    }

    @Override
    public void start() {
        if (!settings.adminEmail().isEmpty()) {
            loop.start();
        }
    }

    @Override
    public BackgroundLoop loop() {
        return loop;
    }
}
