package dev.flagledger.contract.error.text.access;

import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Texts about groups and granted permissions. */
public final class GrantTexts {

    public static final String JOINS_ONESELF = "Non-admin users cannot add themselves to a group.";
    public static final String LEAVES_ONESELF = "Non-admin users cannot remove themselves from a group.";
    public static final String EXTERNAL_ID_TAKEN = "The fields organisation, external_id must make a unique set.";

    private GrantTexts() {}

    /** The holder has permissions on the object already. */
    public static String taken(String holder, String place) {
        return "The fields " + holder + ", " + place + " must make a unique set.";
    }

    /** The name that Flagsmith has for a grant of this kind of holder on this kind of object. */
    public static String model(GrantHolder.Kind holder, GrantPlace.Kind place) {
        var on = switch (place) {
            case ORGANISATION -> "Organisation";
            case PROJECT -> "Project";
            case ENVIRONMENT -> "Environment";
        };
        return (holder == GrantHolder.Kind.GROUP ? "UserPermissionGroup" : "User") + on + "Permission";
    }

    /** None of the users is a member. As in Flagsmith, their ids are left out, but not the space before them. */
    public static String noMembers() {
        return noMembers(List.of());
    }

    /** These users are no members. */
    public static String noMembers(Collection<Integer> userIds) {
        return "Users "
                + userIds.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " do not exist in this organisation";
    }
}
