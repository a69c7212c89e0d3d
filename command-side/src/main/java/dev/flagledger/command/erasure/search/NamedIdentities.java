package dev.flagledger.command.erasure.search;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.form.Form;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the identities that a request names: by the environment, and by identifier or id. */
@Component
public class NamedIdentities {

    private static final int MAX_TEXT = 2_000;
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,8}");

    private final Identities identities;
    private final FormerIdentities former;

    NamedIdentities(Identities identities, FormerIdentities former) {
        this.identities = identities;
        this.former = former;
    }

    /**
     * The identities, of which there is at least one.
     *
     * @param former those that were deleted
     */
    public record Found(int environmentId, Optional<Integer> present, List<Integer> former) {}

    /**
     * Reads the form.
     *
     * @throws Rejected if there is no such identity in the organisation
     */
    public Found of(AccessContext access, int organisation, Form form) {
        var place = form.text("environment", MAX_TEXT);
        var id = form.integerOrNull("identity", null);
        var identifier = id == null ? form.text("identifier", MAX_TEXT) : "";
        form.validate();
        var living = access.installation().environmentOfKey(place).isPresent()
                || !ID.matcher(place).matches();
        int environment = living ? within(access, organisation, place) : Integer.parseInt(place);
        var present = living ? present(environment, id, identifier) : Optional.<Integer>empty();
        var deleted = id == null
                ? former.named(organisation, environment, identifier)
                : former(organisation, environment, id);
        if (present.isEmpty() && deleted.isEmpty()) {
            throw new Rejected(new Rejection.Missing("Identity"));
        }
        return new Found(environment, present, deleted);
    }

    private Optional<Integer> present(int environment, @Nullable Integer id, String identifier) {
        return (id == null ? identities.named(environment, identifier) : identities.find(environment, id))
                .map(KnownIdentity::id);
    }

    private List<Integer> former(int organisation, int environment, int id) {
        return former.includes(organisation, environment, id) ? List.of(id) : List.of();
    }

    private static int within(AccessContext access, int organisation, String apiKey) {
        var environment = access.environment(apiKey, Permission.ENVIRONMENT_ADMIN);
        var project = access.installation()
                .project(environment.projectId())
                .filter(found -> found.organisationId() == organisation);
        return Objects.requireNonNull(
                        AccessContext.found(project, "Environment").environment(environment.id()))
                .id();
    }
}
