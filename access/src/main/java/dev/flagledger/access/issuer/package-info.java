/** What OpenID Connect says of all issuers, whether they vouch for users or for workloads: their addresses and their keys. */
@NullMarked
package dev.flagledger.access.issuer;

import org.jspecify.annotations.NullMarked;
