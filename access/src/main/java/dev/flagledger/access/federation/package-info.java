/**
 * Accounts of people who log in at an identity provider: which account is whose, and when one may be opened. The protocols are
 * elsewhere; each ends with a {@link dev.flagledger.access.federation.FederatedIdentity} that it has verified.
 */
@NullMarked
package dev.flagledger.access.federation;

import org.jspecify.annotations.NullMarked;
