package dev.flagledger.query.overview;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The organisations that the caller administers.
 *
 * @param organisations sorted by id
 */
record Administered(Installation installation, List<Organisation> organisations) {

    static Administered by(AccessContext access) {
        var installation = access.installation();
        var ids = access.administeredOrganisations();
        return new Administered(
                installation,
                ids.stream()
                        .sorted()
                        .map(installation::organisation)
                        .flatMap(Optional::stream)
                        .toList());
    }

    List<Integer> ids() {
        return organisations.stream().map(Organisation::id).toList();
    }

    /** Returns the projects of all of them. */
    List<Project> projects() {
        return organisations.stream().flatMap(of -> projectsOf(of).stream()).toList();
    }

    /** Returns the projects of one of them, sorted by id. */
    List<Project> projectsOf(Organisation organisation) {
        return installation.projectsOf(organisation.id()).toList();
    }

    Stream<User> members(Organisation organisation) {
        return organisation.members().keySet().stream().map(installation::user).flatMap(Optional::stream);
    }

    /** Returns whether somebody has logged in since. */
    static boolean loggedInSince(User user, Instant since) {
        var last = user.lastLogin();
        return last != null && !last.isBefore(since);
    }

    /** Returns how many of the features are {@link Stage#STALE}. */
    static int stale(Project project, Instant now) {
        return (int) project.features().values().stream()
                .filter(feature -> Stage.of(project, feature, now) == Stage.STALE)
                .count();
    }

    /** Returns how many environments have the one integration that there is: a webhook for identities. */
    static int webhooks(Project project) {
        return (int) project.environments().values().stream()
                .map(Environment::webhooks)
                .filter(webhooks -> webhooks.ofIdentities() != null)
                .count();
    }
}
