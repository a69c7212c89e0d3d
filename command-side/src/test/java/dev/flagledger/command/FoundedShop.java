package dev.flagledger.command;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;

/** A project that is founded on a node, by commands as they are sent; all of them are sent by its only admin. */
public final class FoundedShop {

    private final TestNode node;
    private final Ids ids;
    private final int ana;
    private final int organisation;
    private final int project;

    public FoundedShop(TestNode node) {
        this.node = node;
        this.ids = node.get(Ids.class);
        this.ana = ids.next(Ids.Kind.USER);
        this.project = ids.next(Ids.Kind.PROJECT);
        this.organisation = ids.next(Ids.Kind.ORGANISATION);
        send(new CreateOrganisation(
                organisation, UUID.randomUUID(), new OrganisationSettings("Acme", null, false, false), ana));
        send(new CreateProject(project, UUID.randomUUID(), organisation, Shop.project(false)));
    }

    /** The id of the admin. */
    public int ana() {
        return ana;
    }

    public int organisation() {
        return organisation;
    }

    public int project() {
        return project;
    }

    /** A request of the admin. */
    public CommandContext context() {
        return TestContexts.of(node, Actor.user(ana, "ana@example.test"));
    }

    /** One more environment. */
    public int environment() {
        int environment = ids.next(Ids.Kind.ENVIRONMENT);
        var settings = Shop.settings("Environment " + environment, "key-" + environment);
        send(new CreateEnvironment(environment, UUID.randomUUID(), project, settings));
        return environment;
    }

    /** One more feature, which is off. */
    public int feature() {
        int feature = ids.next(Ids.Kind.FEATURE);
        send(new CreateFeature(
                feature,
                UUID.randomUUID(),
                project,
                "feature_" + feature,
                FeatureType.STANDARD,
                null,
                false,
                FeatureDetails.NONE,
                Owners.NONE,
                List.of()));
        return feature;
    }

    public void send(LedgerCommand command) {
        context().send(command);
    }

    /** A flag as the history of the node has it by now. */
    public Flag flag(FlagId id) {
        return context()
                .installation()
                .environment(id.environmentId())
                .orElseThrow()
                .flag(id.featureId());
    }
}
