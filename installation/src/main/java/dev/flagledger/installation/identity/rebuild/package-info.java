/** Rebuilds the rows of identities and their traits from the log of identities, while they are read and changed. */
@NullMarked
package dev.flagledger.installation.identity.rebuild;

import org.jspecify.annotations.NullMarked;
