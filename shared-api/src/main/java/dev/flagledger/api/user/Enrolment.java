package dev.flagledger.api.user;

/** How a new account begins. */
public enum Enrolment {
    ACTIVE,
    /** It cannot be used until the user has confirmed the address. */
    AWAITING_ACTIVATION,
    /** Its user administers the installation. Only the first user of an installation begins like this. */
    SUPERUSER
}
