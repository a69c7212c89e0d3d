/**
 * Logins by OpenID Connect: the authorization code flow with PKCE, as a confidential client. The messages are made, parsed and verified by the
 * library of Connect2id; this package decides what is asked, what is accepted, and where requests may go.
 */
@NullMarked
package dev.flagledger.access.oidc;

import org.jspecify.annotations.NullMarked;
