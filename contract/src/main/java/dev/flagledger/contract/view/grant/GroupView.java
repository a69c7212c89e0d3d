package dev.flagledger.contract.view.grant;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.group.Group;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A group with its members, sorted by id. */
public record GroupView(
        int id,
        String name,
        List<MemberView> users,
        boolean isDefault,
        @Nullable String externalId) {

    /** A member of a group. */
    public record MemberView(
            int id,
            String email,
            String firstName,
            String lastName,
            @Nullable String lastLogin,
            boolean groupAdmin) {}

    /** A group by itself, with last logins in the format of the API. */
    public static GroupView retrieved(Installation installation, Group group) {
        return view(installation, group, WireTime::restOrNull);
    }

    /** A group in a list or after a change. As in Flagsmith, last logins have another format there. */
    public static GroupView of(Installation installation, Group group) {
        return view(installation, group, WireTime::plainOrNull);
    }

    private static GroupView view(
            Installation installation, Group group, Function<@Nullable Instant, @Nullable String> time) {
        var users = group.members().entrySet().stream()
                .flatMap(member -> installation.user(member.getKey()).stream()
                        .map(user -> new MemberView(
                                user.id(),
                                user.email(),
                                user.firstName(),
                                user.lastName(),
                                time.apply(user.lastLogin()),
                                member.getValue())))
                .toList();
        return new GroupView(
                group.id(),
                group.details().name(),
                users,
                group.details().isDefault(),
                group.details().externalId());
    }

    /** This group as it is shown after members were added or removed: Flagsmith tells of no admins there. */
    public GroupView withoutAdmins() {
        var plain = users.stream()
                .map(user -> new MemberView(
                        user.id(), user.email(), user.firstName(), user.lastName(), user.lastLogin(), false))
                .toList();
        return new GroupView(id, name, plain, isDefault, externalId);
    }
}
