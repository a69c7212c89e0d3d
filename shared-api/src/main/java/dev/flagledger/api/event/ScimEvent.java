package dev.flagledger.api.event;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;
import dev.flagledger.api.Subject;
import java.util.List;

/** Events of the directory that provisions an organisation's people by SCIM. Its token is stored outside the log. */
public sealed interface ScimEvent extends OrganisationEvent {

    record ScimConnected(int organisationId) implements ScimEvent {}

    /** The directory has another token; the previous one ended. */
    record ScimTokenChanged(int organisationId) implements ScimEvent {}

    /** The directory may not change anything any more. Members and groups stay. */
    record ScimDisconnected(int organisationId) implements ScimEvent {}

    /**
     * What the directory says about a user.
     *
     * @param userName the directory's name of the person, an e-mail address, which need not be that of the account
     * @param externalId the directory's own id of the person; empty for none
     * @param takenOut whether the user was a member until the directory took them out
     */
    record ScimPersonRecorded(
            int organisationId,
            int userId,
            @Personal(USER) String userName,
            @Personal(USER) String externalId,
            boolean takenOut)
            implements ScimEvent, OfSubject {
        @Override
        public Subject subject() {
            return Subject.user(userId);
        }
    }

    /** The directory does not know the user any more. */
    record ScimPersonForgotten(int organisationId, int userId) implements ScimEvent {}

    /**
     * The directory says that people are in a group, or are not any more. Those who are members of the organisation join and leave the
     * group by events of their own; others do when they become members.
     */
    record ScimGroupFilled(int organisationId, int groupId, List<Integer> added, List<Integer> removed)
            implements ScimEvent {}
}
