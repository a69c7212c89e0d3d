package dev.flagledger.contract.scim;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Meta;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.group.Group;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A group as the organisation's directory sees it. */
public record ScimGroup(Organisation organisation, Group group) {

    /** The attributes of a group that this server keeps. */
    public static final Set<String> KEPT = Set.of("displayname", "externalid", "members");

    /** Returns all groups, by id. */
    public static Stream<ScimGroup> all(Organisation organisation) {
        return organisation.access().groups().byId().values().stream().map(group -> new ScimGroup(organisation, group));
    }

    /** Returns the group with this id. */
    public static Optional<ScimGroup> find(Organisation organisation, String id) {
        return all(organisation)
                .filter(known -> Integer.toString(known.group.id()).equals(id))
                .findAny();
    }

    /** The directory's own id of the group; empty for none. */
    public String externalId() {
        return Objects.requireNonNullElse(group.details().externalId(), "");
    }

    /** Returns the ids of the accounts in the group, also of people who are in it as soon as they are members. */
    public Set<Integer> members() {
        var provisioning = organisation.access().provisioning();
        var awaited = provisioning.groups().entrySet().stream()
                .filter(known -> known.getValue().contains(group.id()))
                .map(known -> known.getKey())
                .filter(user -> !organisation.members().containsKey(user));
        return Stream.concat(group.members().keySet().stream(), awaited).collect(Collectors.toSet());
    }

    /**
     * Returns the resource.
     *
     * @param base the address of SCIM's routes, with a slash at its end
     * @param withMembers false to leave out the members, who may be many
     */
    public GenericScimResource resource(Installation installation, String base, boolean withMembers) {
        var resource = new GroupResource().setDisplayName(group.details().name());
        resource.setId(Integer.toString(group.id()));
        if (!externalId().isEmpty()) {
            resource.setExternalId(externalId());
        }
        if (withMembers) {
            resource.setMembers(members(installation, base));
        }
        resource.setMeta(new Meta().setResourceType("Group").setLocationString(location(base)));
        return resource.asGenericScimResource();
    }

    /** Returns the address of the resource. */
    public String location(String base) {
        return base + "Groups/" + group.id();
    }

    private List<Member> members(Installation installation, String base) {
        return members().stream()
                .sorted()
                .flatMap(id -> ScimUser.of(installation, organisation, id).stream())
                .map(user -> new Member()
                        .setValue(user.id())
                        .setDisplay(user.userName())
                        .setType("User")
                        .setRef(URI.create(user.location(base))))
                .toList();
    }
}
