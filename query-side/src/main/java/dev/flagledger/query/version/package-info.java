/** The versions of flags, in environments that keep them: which there are, and what the flag is in each. */
@NullMarked
package dev.flagledger.query.version;

import org.jspecify.annotations.NullMarked;
