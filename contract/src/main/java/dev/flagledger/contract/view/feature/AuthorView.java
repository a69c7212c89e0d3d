package dev.flagledger.contract.view.feature;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the author of an audit record or the owner of a feature.
 *
 * @param uuid null for an author whose account no longer exists
 */
public record AuthorView(
        int id,
        String email,
        String firstName,
        String lastName,
        @Nullable String lastLogin,
        @Nullable UUID uuid) {

    /** The owners of a feature. */
    static List<AuthorView> owners(Installation installation, Feature feature) {
        return feature.owners().stream()
                .flatMap(id -> installation.user(id).stream())
                .map(AuthorView::of)
                .toList();
    }

    /** An author whose account no longer exists, by what is known as of then. */
    public static AuthorView former(int id, String email) {
        return new AuthorView(id, email, "", "", null, null);
    }

    public static AuthorView of(User user) {
        return new AuthorView(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                WireTime.restOrNull(user.lastLogin()),
                user.uuid());
    }
}
