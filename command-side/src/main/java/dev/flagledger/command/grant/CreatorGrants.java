package dev.flagledger.command.grant;

import dev.flagledger.api.Actor;
import dev.flagledger.api.grant.Grant;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.installation.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What creators of projects and environments hold on them. */
@Component
public final class CreatorGrants {

    private final Ids ids;

    CreatorGrants(Ids ids) {
        this.ids = ids;
    }

    /** Returns a grant of everything on a new object, with a new id; null if the creator is not a user. */
    public @Nullable Grant ofCreator(Actor creator, GrantPlace created) {
        var user = creator.userId();
        return user == null ? null : Grant.ofCreator(ids.next(Ids.Kind.GRANT), user, created);
    }
}
