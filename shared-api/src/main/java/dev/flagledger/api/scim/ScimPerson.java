package dev.flagledger.api.scim;

import static dev.flagledger.api.Personal.Of.USER;

import dev.flagledger.api.Personal;

/**
 * What a directory says about a user.
 *
 * @param userName the directory's name of the person, an e-mail address, which need not be that of the account
 * @param externalId the directory's own id of the person; empty for none
 * @param takenOut whether the user was a member until the directory took them out; the directory may bring them back then
 */
public record ScimPerson(
        int userId,
        @Personal(USER) String userName,
        @Personal(USER) String externalId,
        boolean takenOut) {

    /** Returns this with other names. */
    public ScimPerson named(String name, String external) {
        return new ScimPerson(userId, name, external, takenOut);
    }

    /** Returns this, taken out or not. */
    public ScimPerson takenOut(boolean out) {
        return new ScimPerson(userId, userName, externalId, out);
    }
}
