/** Where the side that evaluates flags for identities meets the one that tells receivers of it. */
@NullMarked
package dev.flagledger.installation.evaluation;

import org.jspecify.annotations.NullMarked;
