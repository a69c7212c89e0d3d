package dev.flagledger.api.login;

/** How it was proven that an organisation owns a mail domain. */
public enum DomainProof {
    /** By a record of the domain, which only its owner can make. */
    DNS,
    /** A superuser of the installation vouched for it. */
    SUPERUSER
}
