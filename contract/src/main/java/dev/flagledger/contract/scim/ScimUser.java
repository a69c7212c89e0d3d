package dev.flagledger.contract.scim;

import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.Group;
import com.unboundid.scim2.common.types.Meta;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import dev.flagledger.api.scim.ScimPerson;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.organisation.User;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user as the organisation's directory sees them: a member, or somebody of whom the directory has said something. Of those who are no members it
 * sees only what it has said itself: their accounts are none of the organisation's business.
 *
 * @param person what the directory has said; null for members of whom it has said nothing
 */
public record ScimUser(
        Organisation organisation, User user, @Nullable ScimPerson person) {

    /** The attributes of a user that this server keeps, in lower case. */
    public static final Set<String> KEPT = Set.of("username", "externalid", "active");

    /** Returns all users, by id of their accounts. */
    public static Stream<ScimUser> all(Installation installation, Organisation organisation) {
        return Stream.concat(
                        organisation.members().keySet().stream(),
                        organisation.access().provisioning().people().keySet().stream())
                .distinct()
                .sorted()
                .flatMap(id -> of(installation, organisation, id).stream());
    }

    /** Returns the user with this account; empty if the directory does not see them. */
    public static Optional<ScimUser> of(Installation installation, Organisation organisation, int userId) {
        var person = organisation.access().provisioning().people().get(userId);
        return installation
                .user(userId)
                .filter(user -> !user.hasBeenErased())
                .filter(_ -> person != null || organisation.members().containsKey(userId))
                .map(user -> new ScimUser(organisation, user, person));
    }

    /** Returns the user with this id. */
    public static Optional<ScimUser> find(Installation installation, Organisation organisation, String id) {
        return all(installation, organisation)
                .filter(user -> user.id().equalsIgnoreCase(id))
                .findAny();
    }

    /** Its id, which no other user ever has. */
    public String id() {
        return user.uuid().toString();
    }

    /** The directory's name of the user, or the address of the account. */
    public String userName() {
        return person == null ? user.email() : person.userName();
    }

    /** The directory's own id of the user; empty for none. */
    public String externalId() {
        return person == null ? "" : person.externalId();
    }

    /** Returns whether the user is a member of the organisation. */
    public boolean isMember() {
        return organisation.members().containsKey(user.id());
    }

    /** Returns whether the user is a member or can become one by an invite that is open. */
    public boolean isActive() {
        return isMember()
                || organisation.access().invitations().invites().values().stream()
                        .anyMatch(invite -> invite.userId() == user.id());
    }

    /** Returns what the directory has said, or would have to say for the user to be as they are. */
    public ScimPerson asPerson() {
        return person == null ? new ScimPerson(user.id(), user.email(), "", false) : person;
    }

    /** Returns the resource; {@code base} is the address of SCIM's routes, with a slash at its end. */
    public GenericScimResource resource(String base) {
        var resource = new UserResource().setUserName(userName()).setActive(isActive());
        resource.setId(id());
        if (!externalId().isEmpty()) {
            resource.setExternalId(externalId());
        }
        var address = isMember() ? user.email() : userName();
        resource.setEmails(List.of(new Email().setValue(address).setType("work").setPrimary(true)));
        if (isMember()) {
            describe(resource, base);
        }
        resource.setMeta(new Meta().setResourceType("User").setLocationString(location(base)));
        return resource.asGenericScimResource();
    }

    /** Returns the address of the resource. */
    public String location(String base) {
        return base + "Users/" + id();
    }

    private void describe(UserResource resource, String base) {
        var full = (user.firstName() + " " + user.lastName()).strip();
        resource.setName(new Name()
                .setGivenName(user.firstName())
                .setFamilyName(user.lastName())
                .setFormatted(full));
        resource.setDisplayName(full.isEmpty() ? user.email() : full);
        var groups = organisation.access().groups();
        resource.setGroups(groups.of(user.id()).stream()
                .sorted()
                .flatMap(id -> groups.find(id).stream())
                .map(group -> new Group()
                        .setValue(Integer.toString(group.id()))
                        .setDisplay(group.details().name())
                        .setRef(URI.create(base + "Groups/" + group.id())))
                .toList());
    }
}
