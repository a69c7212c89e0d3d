/**
 * Workload identity: tokens of issuers that organisations trust, such as those of CI systems, are exchanged for short-lived
 * tokens of this server. Tokens are parsed, verified and signed by the library of Connect2id; this package decides what is accepted.
 */
@NullMarked
package dev.flagledger.access.trust;

import org.jspecify.annotations.NullMarked;
