/** Erasure of the personal data of users, invited people and identities. */
@NullMarked
package dev.flagledger.api.erasure;

import org.jspecify.annotations.NullMarked;
