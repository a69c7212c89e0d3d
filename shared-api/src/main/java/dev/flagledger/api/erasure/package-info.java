/** Erasure of the personal data of users and identities. */
@NullMarked
package dev.flagledger.api.erasure;

import org.jspecify.annotations.NullMarked;
