/** What is common to the messages of the OAuth protocol, which Nimbus' library reads: their form, errors, and secrets in them. */
@NullMarked
package dev.flagledger.access.oauth.message;

import org.jspecify.annotations.NullMarked;
